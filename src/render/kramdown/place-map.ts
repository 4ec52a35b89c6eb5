// Numbers for places of a text, 0 where none was set: what a search from there on gave. A few are kept as a
// map; many as an array, so that asking stays as quick in a long text as in a short one.

const MOST_IN_MAP = 32;

export class PlaceMap {
  readonly #length: number;
  readonly #few = new Map<number, number>();
  #many: Int32Array | null = null;

  /** For a text of so many UTF-16 units. */
  constructor(length: number) {
    this.#length = length;
  }

  get(place: number): number {
    return (this.#many === null ? this.#few.get(place) : this.#many[place]) ?? 0;
  }

  set(place: number, value: number): void {
    if (this.#many === null && this.#few.size < MOST_IN_MAP) {
      this.#few.set(place, value);
      return;
    }
    this.#many ??= this.#spread();
    this.#many[place] = value;
  }

  #spread(): Int32Array {
    const many = new Int32Array(this.#length + 1);
    for (const [place, value] of this.#few) many[place] = value;
    return many;
  }
}
