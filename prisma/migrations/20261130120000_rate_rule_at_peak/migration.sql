-- An episode says by which rule its market's rate was made at the peak. Those found before say nothing of it until their days are searched anew,
-- which is when episodes are next asked for.
ALTER TABLE "kept_episode" ADD COLUMN "rate_rule_at_peak" TEXT;
UPDATE "kept_day" SET "stale" = true;
