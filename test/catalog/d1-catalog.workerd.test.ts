import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach } from "vitest";
import { createD1Catalog } from "../../src/catalog/d1-catalog.ts";
import { describeCatalog } from "./catalog-contract.ts";

beforeEach(() => applyD1Migrations(env.CATALOG, env.MIGRATIONS));
afterEach(reset);

describeCatalog("createD1Catalog()", () => createD1Catalog(env.CATALOG));
