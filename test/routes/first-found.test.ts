import { describe, expect, it } from "vitest";
import { firstFound } from "../../src/routes/first-found.ts";
import { GoneError, NotFoundError, UnavailableError } from "../../src/routes/http-errors.ts";

const missing = async (): Promise<string> => {
  throw new NotFoundError("missing");
};
const gone = async (): Promise<string> => {
  throw new GoneError("gone");
};
const unavailable = async (): Promise<string> => {
  throw new UnavailableError("unavailable");
};
const broken = async (): Promise<string> => {
  throw new TypeError("broken");
};
const found = async (): Promise<string> => "found";

describe("firstFound()", () => {
  it("gives the first answer, and asks nobody after it", async () => {
    for (const before of [[], [missing], [gone, missing], [unavailable]])
      expect(await firstFound([...before, found, broken])).toBe("found");
  });

  it("tells the absence that says most", async () => {
    await expect(firstFound([missing, missing])).rejects.toThrow(NotFoundError);
    await expect(firstFound([missing, gone])).rejects.toThrow(GoneError);
    await expect(firstFound([gone, missing])).rejects.toThrow(GoneError);
    await expect(firstFound([gone, unavailable])).rejects.toThrow(UnavailableError);
    await expect(firstFound([])).rejects.toThrow(NotFoundError);
  });

  it("passes any other fault on at once", async () => {
    await expect(firstFound([broken, found])).rejects.toThrow(TypeError);
  });
});
