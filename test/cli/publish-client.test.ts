import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { apiPath, createPublishClient, type PublishClient } from "../../src/cli/publish-client.ts";
import { PublishError } from "../../src/cli/publish-error.ts";

const TOKEN = "t".repeat(43);
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

type Listener = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** A client of a fake API on loopback. */
async function clientOf(listener: Listener): Promise<PublishClient> {
  const server = createServer((request, response) => {
    void listener(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  closers.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  return createPublishClient({ origin: `http://127.0.0.1:${port}`, token: TOKEN });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

const POST = {
  key: "posts/a.md",
  bytes: new TextEncoder().encode("Çay"),
  contentType: "text/markdown; charset=utf-8",
};

/** An API that answers everything so. */
function answering(status: number, body: unknown): Listener {
  return (_request, response) => {
    response.writeHead(status, { "Content-Type": "application/problem+json" });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  };
}

describe("apiPath()", () => {
  it("has posts and translations at their own addresses, all else below files", () => {
    expect(apiPath("posts/neden-dikkat.md")).toBe("/api/posts/neden-dikkat");
    expect(apiPath("posts/çay.pt-BR.md")).toBe("/api/posts/%C3%A7ay?locale=pt-BR");
    expect(apiPath("_config.yml")).toBe("/api/files/_config.yml");
    expect(apiPath("_data/excerpts/de.yml")).toBe("/api/files/_data/excerpts/de.yml");
    expect(apiPath("images/a b?#%.png")).toBe("/api/files/images/a%20b%3F%23%25.png");
  });
});

describe("createPublishClient()", () => {
  it("publish() puts the bytes with token and type, and reads version and notes", async () => {
    const note = {
      severity: "warning",
      rule: "liquid/include",
      line: 3,
      column: 1,
      field: null,
      message: "Cannot …",
    };
    let seen: unknown = null;
    const client = await clientOf(async (request, response) => {
      const { authorization, "content-type": type } = request.headers;
      seen = [request.method, request.url, authorization, type, await bodyOf(request)];
      response.end(JSON.stringify({ version: "v1", notes: [note] }));
    });
    expect(await client.publish(POST)).toEqual({ version: "v1", notes: [note] });
    expect(seen).toEqual(["PUT", "/api/posts/a", `Bearer ${TOKEN}`, POST.contentType, "Çay"]);
  });

  it("publish() throws the notes of a source that is refused", async () => {
    const notes = [
      {
        severity: "error",
        rule: "front-matter/date",
        line: 3,
        column: 7,
        field: "date",
        message: "Cannot read date",
      },
    ];
    const client = await clientOf(
      answering(422, { title: "Refused", detail: "Cannot publish", notes }),
    );
    const error: unknown = await client.publish(POST).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PublishError);
    expect(error).toMatchObject({ status: 422, message: "Cannot publish", notes });
  });

  it("publish() says what it can of an answer that is no problem document", async () => {
    for (const body of [
      "<h1>Bad gateway</h1>",
      "",
      "[]",
      "null",
      '{"detail": 1, "notes": [1, {}]}',
    ]) {
      const client = await clientOf(answering(502, body));
      await expect(client.publish(POST)).rejects.toThrow("the site answered 502");
    }
  });

  it("publish() names the reason when nobody listens", async () => {
    const client = createPublishClient({ origin: "http://127.0.0.1:9", token: TOKEN });
    const error: unknown = await client.publish(POST).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "PublishError", status: null, notes: [] });
    expect(String(error)).toMatch(/Cannot reach http:\/\/127\.0\.0\.1:9: .+/);
  });

  it("unpublish() tells a deleted object from one that wasn't there", async () => {
    const client = await clientOf((request, response) => {
      response.statusCode =
        request.method === "DELETE" && request.url === "/api/posts/a" ? 200 : 404;
      response.end("{}");
    });
    expect(await client.unpublish("posts/a.md")).toEqual({ version: null, notes: [] });
    expect(await client.unpublish("images/b.png")).toBeNull();
  });
});
