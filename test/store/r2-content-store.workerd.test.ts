import { reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach } from "vitest";
import { createR2ContentStore } from "../../src/store/r2-content-store.ts";
import { describeContentStore } from "./content-store-contract.ts";

afterEach(reset);

describeContentStore("createR2ContentStore()", () => createR2ContentStore(env.CONTENT_R2));
