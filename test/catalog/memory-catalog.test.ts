import { createMemoryCatalog } from "../../src/catalog/memory-catalog.ts";
import { describeCatalog } from "./catalog-contract.ts";

describeCatalog("createMemoryCatalog()", createMemoryCatalog);
