import { reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach } from "vitest";
import { createKvContentStore } from "../../src/store/kv-content-store.ts";
import { describeContentStore } from "./content-store-contract.ts";

afterEach(reset);

describeContentStore("createKvContentStore()", () => createKvContentStore(env.CONTENT_KV));
