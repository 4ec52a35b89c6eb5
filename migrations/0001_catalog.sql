-- The catalog: what lists need to know of every post. Derived from the store; it can be dropped and rebuilt.

-- One row. Each change raises the generation, at least to the present time in milliseconds: a database that was
-- rebuilt or restored from a backup never gives a number twice, so no page cached under it can come back.
CREATE TABLE catalog (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  generation INTEGER NOT NULL
) STRICT;

INSERT INTO catalog (id, generation) VALUES (1, CAST(unixepoch('subsec') * 1000 AS INTEGER));

-- One row for each file of a post. Dates are milliseconds since 1970.
CREATE TABLE posts (
  source_key TEXT PRIMARY KEY, -- posts/<slug>.md, posts/<slug>.<locale>.md
  slug TEXT NOT NULL,
  locale TEXT NOT NULL,
  is_original INTEGER NOT NULL CHECK (is_original IN (0, 1)),
  title TEXT NOT NULL,
  date INTEGER NOT NULL CHECK (abs(date) <= 8640000000000000), -- what a JavaScript Date can hold
  last_modified_at INTEGER,
  visibility TEXT NOT NULL CHECK (visibility IN ('public', 'draft', 'gone')),
  tags TEXT NOT NULL, -- JSON: ["a", "b"]
  categories TEXT NOT NULL, -- JSON: ["a", "b"]
  excerpt TEXT NOT NULL,
  excerpts TEXT NOT NULL, -- JSON: {"en": "…"}
  reading_minutes INTEGER NOT NULL,
  image TEXT,
  source_version TEXT NOT NULL
) STRICT;

CREATE INDEX posts_by_slug ON posts (slug, is_original DESC, locale);
-- Lists and neighbours.
CREATE INDEX posts_listed ON posts (date, slug) WHERE is_original = 1 AND visibility = 'public';
-- When a list changes by time alone.
CREATE INDEX posts_public ON posts (date) WHERE visibility = 'public';

-- Labels of public originals, scheduled ones included.
CREATE TABLE post_tags (
  tag TEXT NOT NULL,
  date INTEGER NOT NULL,
  slug TEXT NOT NULL,
  PRIMARY KEY (tag, date, slug)
) STRICT, WITHOUT ROWID;

CREATE INDEX post_tags_by_slug ON post_tags (slug);

CREATE TABLE post_categories (
  category TEXT NOT NULL,
  date INTEGER NOT NULL,
  slug TEXT NOT NULL,
  PRIMARY KEY (category, date, slug)
) STRICT, WITHOUT ROWID;

CREATE INDEX post_categories_by_slug ON post_categories (slug);

-- _data/excerpts/<locale>.yml: excerpts by translators who do not touch posts.
CREATE TABLE data_excerpts (
  slug TEXT NOT NULL,
  locale TEXT NOT NULL,
  excerpt TEXT NOT NULL,
  PRIMARY KEY (slug, locale)
) STRICT, WITHOUT ROWID;

CREATE INDEX data_excerpts_by_locale ON data_excerpts (locale, slug);
