-- Whether search engines are told of a file: not of one whose front matter says `sitemap: false`, `noindex: true` or
-- `robots: noindex`.

ALTER TABLE posts ADD COLUMN is_in_sitemap INTEGER NOT NULL DEFAULT 1 CHECK (is_in_sitemap IN (0, 1));
