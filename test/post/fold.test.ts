import { describe, expect, it } from "vitest";
import { foldText } from "../../src/post/fold.ts";

describe("foldText()", () => {
  it("does not tell case, marks and the two Turkish letters I apart", () => {
    expect(foldText("İSTANBUL ıspanak IŞIK çöğüş kâğıt")).toBe("istanbul ispanak isik cogus kagit");
    expect(foldText("I\u0307stanbul")).toBe("istanbul");
  });

  it("writes letters that have no mark to strip as readers without them do", () => {
    expect(foldText("Straße Søren Łódź Ərəb ŒUVRE")).toBe("strasse soren lodz ereb oeuvre");
  });

  it("makes one form of compatible letters", () => {
    expect(foldText("ﬁne ＡＢＣ ｶﾞ")).toBe("fine abc ガ");
  });

  it("drops the points of Arabic and Hebrew, and keeps signs that are letters", () => {
    expect(foldText("تَرْجَمَة أحمد")).toBe("ترجمة احمد");
    expect(foldText("हिन्दी ガギ")).toBe("हिन्दी ガギ");
  });
});
