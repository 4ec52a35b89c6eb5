// JSON lines over standard input and output, one answer for each question.

/** Whole lines of a stream; U+2028 and U+2029 do not end one. */
async function* readLines(stream: NodeJS.ReadableStream): AsyncGenerator<string> {
  let rest = "";
  stream.setEncoding("utf8");
  for await (const chunk of stream) {
    const lines = (rest + String(chunk)).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}

/** Answers each line of standard input with a line on standard output. */
export async function answerLines(answer: (question: unknown) => unknown): Promise<void> {
  for await (const line of readLines(process.stdin)) {
    if (line.trim() !== "") process.stdout.write(`${stringifyLine(answer(JSON.parse(line)))}\n`);
  }
}

// Readers that split lines as Unicode does would break inside a string otherwise.
function stringifyLine(value: unknown): string {
  return JSON.stringify(value).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
