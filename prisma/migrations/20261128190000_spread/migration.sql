-- What lets market_day, revision, quarantine, reply and longer_candle be spread over nodes by market (`plumbline distribute`).

-- A key of a spread table begins with the column it is spread by. Ids stay in the order of recording, and unique: one sequence gives them.
ALTER TABLE "revision" DROP CONSTRAINT "revision_pkey";
ALTER TABLE "revision" ADD CONSTRAINT "revision_pkey" PRIMARY KEY ("market_id", "id");
CREATE INDEX "revision_id_idx" ON "revision"("id");

-- Which version of a day's candles its counts are of: so that whoever reads both sees whether they are of one moment.
ALTER TABLE "stored_day" ADD COLUMN "row_version" INTEGER NOT NULL DEFAULT 0;
UPDATE "stored_day" s SET "row_version" = d."version"
FROM "market_day" d WHERE d."market_id" = s."market_id" AND d."source" = s."source" AND d."day" = s."day";

-- Parameters of plpgsql are values to whoever plans its statements, and the markets are found first: what is spread is then asked of their
-- nodes alone, and beside nothing else. OFFSET 0 keeps the days apart from what is unnested of them.
CREATE OR REPLACE FUNCTION candles(wanted_venue TEXT, wanted_market TEXT, from_time TIMESTAMPTZ, to_time TIMESTAMPTZ)
RETURNS TABLE (
    venue TEXT, market TEXT, kind TEXT, source TEXT, minute TIMESTAMPTZ,
    open DOUBLE PRECISION, high DOUBLE PRECISION, low DOUBLE PRECISION, close DOUBLE PRECISION,
    base_volume DOUBLE PRECISION, quote_volume DOUBLE PRECISION, trades DOUBLE PRECISION
) LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
#variable_conflict use_column
DECLARE
    first_minute BIGINT := ceil(greatest(least(coalesce(extract(epoch FROM from_time), 0), 1e11), 0) / 60);
    end_minute   BIGINT := ceil(greatest(least(coalesce(extract(epoch FROM to_time), 1e11), 1e11), 0) / 60);
    ids          INTEGER[];
    venues       TEXT[];
    bases        TEXT[];
    quotes       TEXT[];
    kinds        TEXT[];
BEGIN
    SELECT array_agg(m.id), array_agg(m.venue), array_agg(m.base), array_agg(m.quote), array_agg(m.kind) INTO ids, venues, bases, quotes, kinds
    FROM market m
    WHERE (wanted_venue IS NULL OR m.venue = wanted_venue) AND (wanted_market IS NULL OR m.base || '/' || m.quote = wanted_market);
    RETURN QUERY
    SELECT d.venue, d.base || '/' || d.quote, d.kind, d.source,
           to_timestamp((d.day * 1440::BIGINT + c.slot - 1) * 60),
           c.open, c.high, c.low, c.close, c.base_volume, c.quote_volume, c.trades
    FROM (
        SELECT m.venue, m.base, m.quote, m.kind, s.source, s.day, s.open, s.high, s.low, s.close, s.base_volume, s.quote_volume, s.trades
        FROM unnest(ids, venues, bases, quotes, kinds) AS m (id, venue, base, quote, kind) JOIN market_day s ON s.market_id = m.id
        WHERE s.market_id = ANY(ids) AND s.day >= first_minute / 1440 AND s.day * 1440::BIGINT < end_minute
        OFFSET 0
    ) AS d
    CROSS JOIN LATERAL (SELECT coalesce(candle_column(d.close), '{}') AS close OFFSET 0) closes
    CROSS JOIN LATERAL (SELECT coalesce(candle_column(d.open, closes.close), '{}') AS open, coalesce(candle_column(d.base_volume, closes.close), '{}') AS base_volume OFFSET 0) beside
    CROSS JOIN LATERAL unnest(
        beside.open, candle_column(d.high, closes.close, beside.open), candle_column(d.low, closes.close, beside.open), closes.close,
        beside.base_volume, candle_column(d.quote_volume, closes.close, NULL, beside.base_volume), candle_column(d.trades, closes.close)
    ) WITH ORDINALITY AS c (open, high, low, close, base_volume, quote_volume, trades, slot)
    WHERE c.open IS NOT NULL
      AND d.day * 1440::BIGINT + c.slot - 1 >= first_minute
      AND d.day * 1440::BIGINT + c.slot - 1 < end_minute
    ORDER BY d.venue, d.base, d.quote, d.kind, d.source, d.day, c.slot;
END
$$;

CREATE OR REPLACE FUNCTION answered(wanted_venue TEXT, wanted_market TEXT, from_time TIMESTAMPTZ, to_time TIMESTAMPTZ)
RETURNS TABLE (
    venue TEXT, market TEXT, kind TEXT, source TEXT, from_minute TIMESTAMPTZ, to_minute TIMESTAMPTZ, answered_at TIMESTAMPTZ
) LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
#variable_conflict use_column
DECLARE
    first_minute BIGINT := floor(greatest(least(coalesce(extract(epoch FROM from_time), 0), 1e11), 0) / 60);
    end_minute   BIGINT := ceil(greatest(least(coalesce(extract(epoch FROM to_time), 1e11), 1e11), 0) / 60);
    ids          INTEGER[];
    venues       TEXT[];
    bases        TEXT[];
    quotes       TEXT[];
    kinds        TEXT[];
BEGIN
    SELECT array_agg(m.id), array_agg(m.venue), array_agg(m.base), array_agg(m.quote), array_agg(m.kind) INTO ids, venues, bases, quotes, kinds
    FROM market m
    WHERE (wanted_venue IS NULL OR m.venue = wanted_venue) AND (wanted_market IS NULL OR m.base || '/' || m.quote = wanted_market);
    RETURN QUERY
    SELECT d.venue, d.base || '/' || d.quote, d.kind, d.source,
           to_timestamp(greatest(d.day * 1440::BIGINT + r.from_slot, first_minute) * 60),
           to_timestamp(least(d.day * 1440::BIGINT + r.to_slot, end_minute) * 60),
           r.answered_at
    FROM (
        SELECT m.venue, m.base, m.quote, m.kind, s.source, s.day, s.answered_at
        FROM unnest(ids, venues, bases, quotes, kinds) AS m (id, venue, base, quote, kind) JOIN market_day s ON s.market_id = m.id
        WHERE s.market_id = ANY(ids) AND s.day >= first_minute / 1440 AND s.day * 1440::BIGINT < end_minute
        OFFSET 0
    ) AS d
    CROSS JOIN LATERAL answered_runs(d.answered_at) AS r
    WHERE r.answered_at IS NOT NULL
      AND d.day * 1440::BIGINT + r.to_slot > first_minute
      AND d.day * 1440::BIGINT + r.from_slot < end_minute
    ORDER BY d.venue, d.base, d.quote, d.kind, d.source, d.day, r.from_slot;
END
$$;
