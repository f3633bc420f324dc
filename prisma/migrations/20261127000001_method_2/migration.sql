-- Method 2: an episode says whether its peak lies beyond what its rates leave unknown, and where the blocs parted. Days searched by another
-- version of the method are searched anew when episodes are next asked for; until then theirs stay.
ALTER TABLE "kept_day" ADD COLUMN "method" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "kept_episode" ADD COLUMN "certainty" TEXT NOT NULL DEFAULT 'within';
ALTER TABLE "kept_episode" ADD COLUMN "uncertainty_at_peak" DOUBLE PRECISION NOT NULL DEFAULT 'NaN'::float8;
ALTER TABLE "kept_episode" ADD COLUMN "usd_bloc" DOUBLE PRECISION;
ALTER TABLE "kept_episode" ADD COLUMN "usdt_bloc" DOUBLE PRECISION;
-- Rates rest on whole observations of their books now: one hash a day is enough.
ALTER TABLE "day_leaf" DROP COLUMN "closes";
