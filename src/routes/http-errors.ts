// What can be wrong with a request itself. errors.ts turns these, like all errors, into answers.

/** No such page, or none that may be seen. */
export class NotFoundError extends Error {
  override readonly name = "NotFoundError";
}

/** A post was here and is unpublished. */
export class GoneError extends Error {
  override readonly name = "GoneError";
}

/** The store does not answer, and what is known is too old to say that something is missing. */
export class UnavailableError extends Error {
  override readonly name = "UnavailableError";
}

export class MethodNotAllowedError extends Error {
  override readonly name = "MethodNotAllowedError";
  readonly allowed: readonly string[];

  constructor(allowed: readonly string[]) {
    super(`Cannot use this method here: use ${allowed.join(" or ")}`);
    this.allowed = allowed;
  }
}

/** The same for every failure, so that it tells nothing about tokens. */
export class UnauthorizedError extends Error {
  override readonly name = "UnauthorizedError";

  constructor() {
    super(
      'Cannot publish: send the header "Authorization: Bearer <token>" with a token of this site',
    );
  }
}

export class BadRequestError extends Error {
  override readonly name = "BadRequestError";
}

export class TooLargeError extends Error {
  override readonly name = "TooLargeError";

  constructor(maxBytes: number) {
    super(`Cannot take a body of more than ${maxBytes} bytes: make it smaller`);
  }
}
