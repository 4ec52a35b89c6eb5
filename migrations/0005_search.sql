-- What search looks through: one row for each public file of a post, scheduled ones included.

CREATE TABLE search_texts (
  id INTEGER PRIMARY KEY,
  source_key TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL, -- the beginning of the body as it is, for snippets
  title TEXT NOT NULL, -- from here on folded words, parted by spaces
  tags TEXT NOT NULL,
  excerpt TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

-- The words come folded: unicode61 only parts them.
CREATE VIRTUAL TABLE search USING fts5 (
  title, tags, excerpt, body,
  content = 'search_texts', content_rowid = 'id',
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
);

CREATE TRIGGER search_texts_inserted AFTER INSERT ON search_texts BEGIN
  INSERT INTO search (rowid, title, tags, excerpt, body)
  VALUES (new.id, new.title, new.tags, new.excerpt, new.body);
END;

CREATE TRIGGER search_texts_deleted AFTER DELETE ON search_texts BEGIN
  INSERT INTO search (search, rowid, title, tags, excerpt, body)
  VALUES ('delete', old.id, old.title, old.tags, old.excerpt, old.body);
END;

CREATE TRIGGER search_texts_updated AFTER UPDATE ON search_texts BEGIN
  INSERT INTO search (search, rowid, title, tags, excerpt, body)
  VALUES ('delete', old.id, old.title, old.tags, old.excerpt, old.body);
  INSERT INTO search (rowid, title, tags, excerpt, body)
  VALUES (new.id, new.title, new.tags, new.excerpt, new.body);
END;

-- Rows that were written before have no text here: the next reconcile takes them for outdated and puts them again.
UPDATE posts SET source_version = 'unsearched';
