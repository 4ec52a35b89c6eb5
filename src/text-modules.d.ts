// Files that wrangler bundles as text.

declare module "*.md" {
  const text: string;
  // oxlint-disable-next-line import/no-default-export -- that is how wrangler hands a text module over
  export default text;
}
