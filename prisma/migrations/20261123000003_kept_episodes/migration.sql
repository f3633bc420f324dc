-- Episodes kept up to date for every asset, so that a list of the deepest deviations of a year answers at once. They say nothing
-- that market_day does not, and are computed anew, day by day, wherever a day they rest on was written to.

CREATE TABLE "stale_day" (
    "id" BIGSERIAL NOT NULL,
    "base" TEXT NOT NULL,
    "quote" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "day" INTEGER NOT NULL,

    CONSTRAINT "stale_day_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "kept_day" (
    "asset" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "clean" BOOLEAN NOT NULL,
    "stale" BOOLEAN NOT NULL,

    CONSTRAINT "kept_day_pkey" PRIMARY KEY ("asset", "reference", "day")
);

CREATE TABLE "kept_episode" (
    "asset" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "venue" TEXT NOT NULL,
    "quote" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "start_minute" INTEGER NOT NULL,
    "end_minute" INTEGER NOT NULL,
    "minutes_beyond" INTEGER NOT NULL,
    "minutes_closed_beyond" INTEGER NOT NULL,
    "unknown_minutes" INTEGER NOT NULL,
    "peak" DOUBLE PRECISION NOT NULL,
    "peak_minute" INTEGER NOT NULL,
    "peak_price" DOUBLE PRECISION NOT NULL,
    "peak_reference" DOUBLE PRECISION NOT NULL,
    "peak_close" DOUBLE PRECISION NOT NULL,
    "peak_outside" DOUBLE PRECISION NOT NULL,
    "area" DOUBLE PRECISION NOT NULL,
    "recovery_minutes" INTEGER,
    "base_volume" DOUBLE PRECISION NOT NULL,
    "usd_volume" DOUBLE PRECISION NOT NULL,
    "volume_share" DOUBLE PRECISION NOT NULL,
    "peers_at_peak" INTEGER NOT NULL,
    "min_peers" INTEGER NOT NULL,
    "censored" TEXT NOT NULL,

    CONSTRAINT "kept_episode_pkey" PRIMARY KEY ("asset", "reference", "id")
);

CREATE INDEX "kept_episode_reference_start_minute_idx" ON "kept_episode"("reference", "start_minute");
CREATE INDEX "kept_day_stale_idx" ON "kept_day"("asset", "reference") WHERE "stale";

-- What is held already was never looked at.
INSERT INTO "stale_day" ("base", "quote", "kind", "day")
SELECT DISTINCT m."base", m."quote", m."kind", d."day" FROM "market_day" d JOIN "market" m ON m."id" = d."market_id";
