// What only a browser knows of a page. Each function runs in the page itself.

import type { Page } from "playwright-core";

/** How many CSS pixels the document is wider than the window. */
export async function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const root = document.documentElement;
    return Math.max(root.scrollWidth, document.body.scrollWidth) - root.clientWidth;
  });
}

/** Cumulative layout shift of the whole page, read from its top to its end. */
export async function layoutShiftOf(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let sum = 0;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ("value" in entry) sum += Number(entry.value);
    });
    observer.observe({ type: "layout-shift", buffered: true });
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
      scrollTo(0, y);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    return sum;
  });
}

export interface Focus {
  /** The opening tag's name and the text: `a Besleme`. */
  readonly name: string;
  /** Whether the eye finds it: an outline at least 2 px wide, inside the window. */
  readonly isVisible: boolean;
}

export async function focusOf(page: Page): Promise<Focus | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return null;
    const { outlineStyle, outlineWidth, clipPath } = getComputedStyle(element);
    const { top, bottom, width, height } = element.getBoundingClientRect();
    return {
      name: `${element.localName} ${(element.textContent ?? "").trim().slice(0, 40)}`,
      isVisible:
        outlineStyle !== "none" &&
        parseFloat(outlineWidth) >= 2 &&
        clipPath === "none" &&
        width * height > 0 &&
        bottom > 0 &&
        top < innerHeight,
    };
  });
}

/** What Tab reaches from the top to the end, in its order. */
export async function focusOrder(page: Page): Promise<readonly Focus[]> {
  const order: Focus[] = [];
  const MOST = 200;
  while (order.length < MOST) {
    await page.keyboard.press("Tab");
    const focus = await focusOf(page);
    if (focus === null) return order;
    order.push(focus);
  }
  throw new Error(`Cannot leave the page by Tab: ${MOST} stops and more`);
}

/** Elements whose text is cut off: it is higher or wider than its box, and nobody can scroll to it. */
export async function clippedTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isCut = (element: Element): boolean => {
      const { overflowX, overflowY, clipPath } = getComputedStyle(element);
      if (clipPath !== "none" || element.closest("svg, .katex-mathml") !== null) return false;
      return (
        (overflowY === "hidden" && element.scrollHeight > element.clientHeight + 1) ||
        (overflowX === "hidden" && element.scrollWidth > element.clientWidth + 1)
      );
    };
    return [...document.body.querySelectorAll("*")]
      .filter(isCut)
      .map((e) => e.outerHTML.slice(0, 200));
  });
}

/** Relative luminance of text and ground as painted (WCAG 2.2), 0 to 1. */
export async function luminances(
  page: Page,
): Promise<{ readonly text: number; readonly ground: number }> {
  return page.evaluate(() => {
    const luminance = (colour: string): number => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
        const share = Number(part) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const { color, backgroundColor } = getComputedStyle(document.documentElement);
    return { text: luminance(color), ground: luminance(backgroundColor) };
  });
}
