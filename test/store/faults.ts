// Faults for fakes: a call can be told to fail, to hang until it is released, or to lose its answer.

/** What happens to a call instead of, or around, what it should do. */
export type Fault =
  /** Fails without having done anything. */
  | { readonly kind: "fail"; readonly error: Error }
  /** Does it, then fails: the answer was lost on its way. */
  | { readonly kind: "fail after"; readonly error: Error }
  /** Waits for the gate, then does it: the request was on its way. */
  | { readonly kind: "hold"; readonly gate: Gate }
  /** Does it, then waits for the gate: the answer is late, and old by then. */
  | { readonly kind: "hold answer"; readonly gate: Gate };

/** Holds calls until it is opened; once open, it stays open. */
export interface Gate {
  readonly opened: Promise<void>;
  /** How many calls have come to it so far. */
  arrivals(): number;
  arrive(): Promise<void>;
  open(): void;
}

export interface Call {
  readonly method: string;
  /** First argument of the call as text: a key, a slug. */
  readonly key: string;
}

export interface Faults {
  /** Every call that was made, in order, failed ones included. */
  readonly calls: readonly Call[];
  /** The newest fault that fits a call counts. `key` null: any. `times` calls have it, by default all. */
  inject(
    at: { readonly method: string; readonly key?: string; readonly times?: number },
    fault: Fault,
  ): void;
  /** Takes all faults back; what hangs goes on hanging until its gate opens. */
  heal(): void;
  /** Counts the call, then does `action` under the fault that fits. */
  run<T>(call: Call, action: () => Promise<T>): Promise<T>;
}

export function createGate(): Gate {
  const { promise: opened, resolve } = Promise.withResolvers<void>();
  let arrivals = 0;
  return {
    opened,
    arrivals: () => arrivals,
    arrive() {
      arrivals += 1;
      return opened;
    },
    open: () => resolve(),
  };
}

export function createFaults(): Faults {
  const calls: Call[] = [];
  let planned: { method: string; key: string | undefined; left: number; fault: Fault }[] = [];
  const faultOf = (call: Call): Fault | null => {
    const fits = planned.findLast(
      ({ method, key, left }) =>
        left > 0 && method === call.method && (key ?? call.key) === call.key,
    );
    if (fits === undefined) return null;
    fits.left -= 1;
    return fits.fault;
  };
  return {
    calls,
    inject({ method, key, times = Infinity }, fault) {
      planned.push({ method, key, left: times, fault });
    },
    heal() {
      planned = [];
    },
    async run(call, action) {
      calls.push(call);
      const fault = faultOf(call);
      if (fault?.kind === "fail") throw fault.error;
      if (fault?.kind === "hold") await fault.gate.arrive();
      const answer = await action();
      if (fault?.kind === "fail after") throw fault.error;
      if (fault?.kind === "hold answer") await fault.gate.arrive();
      return answer;
    },
  };
}
