-- Includes: the texts below _includes/ of the store, which every rendered post may use. Derived from the store.

-- A number of their own, so that posts are rendered again when an include changes, and not when another post does.
-- It is raised as the generation is; 0 says that there never was an include. Counts and bytes hold the limits
-- whoever writes at the same time: a change that breaks one is undone whole.
ALTER TABLE catalog ADD COLUMN includes_generation INTEGER NOT NULL DEFAULT 0;
ALTER TABLE catalog ADD COLUMN include_count INTEGER NOT NULL DEFAULT 0 CHECK (include_count <= 500);
ALTER TABLE catalog ADD COLUMN include_bytes INTEGER NOT NULL DEFAULT 0 CHECK (include_bytes <= 524288);

CREATE TABLE includes (
  path TEXT PRIMARY KEY, -- below _includes/: figure.html, media/video.html
  text TEXT NOT NULL CHECK (octet_length(text) <= 65536),
  source_version TEXT NOT NULL
) STRICT;
