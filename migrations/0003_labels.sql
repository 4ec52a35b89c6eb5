-- Labels by address: tags and categories that fold alike share a page, which is found, listed and counted by index.

DROP TABLE post_tags;
DROP TABLE post_categories;

-- Labels of public originals, scheduled ones included.
CREATE TABLE post_labels (
  kind TEXT NOT NULL CHECK (kind IN ('tag', 'category')),
  label TEXT NOT NULL, -- the last part of the address: ceviri
  date INTEGER NOT NULL,
  slug TEXT NOT NULL,
  name TEXT NOT NULL, -- as the post has it: Çeviri
  PRIMARY KEY (kind, label, date, slug)
) STRICT, WITHOUT ROWID;

CREATE INDEX post_labels_by_slug ON post_labels (slug);

-- How many posts have a label, so that nobody counts them when it is asked for.
CREATE TABLE labels (
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  total INTEGER NOT NULL,
  PRIMARY KEY (kind, label)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER post_labels_inserted AFTER INSERT ON post_labels BEGIN
  INSERT INTO labels (kind, label, total) VALUES (new.kind, new.label, 1)
  ON CONFLICT (kind, label) DO UPDATE SET total = total + 1;
END;

CREATE TRIGGER post_labels_deleted AFTER DELETE ON post_labels BEGIN
  UPDATE labels SET total = total - 1 WHERE kind = old.kind AND label = old.label;
  DELETE FROM labels WHERE kind = old.kind AND label = old.label AND total <= 0;
END;

-- Rows that were written before have no labels here: the next reconcile takes them for outdated and puts them again.
UPDATE posts SET source_version = 'unlabelled';
