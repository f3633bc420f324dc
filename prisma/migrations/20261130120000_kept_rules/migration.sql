-- By which rules beside the method a day was searched: what assets and quotes were taken for, and which books for second names. Days searched by
-- others are searched anew when episodes are next asked for; until then theirs stay. Of those searched so far nobody knows.
ALTER TABLE "kept_day" ADD COLUMN "rules" TEXT NOT NULL DEFAULT '';
