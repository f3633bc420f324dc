-- The deepest of all episodes are found in order, without reading the others.
CREATE INDEX "kept_episode_depth_idx" ON "kept_episode"(abs("peak") DESC, "area" DESC, "id" COLLATE "C");
