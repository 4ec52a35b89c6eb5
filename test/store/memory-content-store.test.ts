import { createMemoryContentStore } from "../../src/store/memory-content-store.ts";
import { describeContentStore } from "./content-store-contract.ts";

describeContentStore("createMemoryContentStore()", () => createMemoryContentStore());
