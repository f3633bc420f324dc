-- A venue's own candles of 5m, 15m, 1h and 1d, beside its minutes and never among them.

CREATE TABLE "longer_candle" (
    "market_id" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "timeframe" TEXT NOT NULL,
    "open_minute" INTEGER NOT NULL,
    "observed_at" TIMESTAMPTZ(3) NOT NULL,
    "open" DOUBLE PRECISION,
    "high" DOUBLE PRECISION,
    "low" DOUBLE PRECISION,
    "close" DOUBLE PRECISION,
    "base_volume" DOUBLE PRECISION,
    "quote_volume" DOUBLE PRECISION,
    "trades" DOUBLE PRECISION,

    CONSTRAINT "longer_candle_pkey" PRIMARY KEY ("market_id","source","timeframe","open_minute","observed_at")
);

-- NULL: a reply with minutes, as all were until now.
ALTER TABLE "reply" ADD COLUMN "timeframe" TEXT;
