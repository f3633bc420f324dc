-- When each minute was first answered moves out of coverage (whose rows joined by the hour, and so said of some minutes that
-- they were known later than they were) into the day rows themselves, exact to the millisecond. The column's format is
-- described in lib/store/answered/format.ts. coverage keeps what was asked in vain.

ALTER TABLE "market_day" ADD COLUMN "answered_at" BYTEA;

-- 7 bits a byte, lowest first, the high bit set on all bytes but the last.
CREATE FUNCTION varint_bytes(number BIGINT) RETURNS BYTEA LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    rest   BIGINT := number;
    result BYTEA := ''::BYTEA;
BEGIN
    WHILE rest >= 128 LOOP
        result := result || set_byte('\x00'::BYTEA, 0, ((rest & 127) | 128)::INTEGER);
        rest := rest >> 7;
    END LOOP;
    RETURN result || set_byte('\x00'::BYTEA, 0, rest::INTEGER);
END
$$;

-- The column of one day, from the rows that reach into it; where several cover a minute the earliest is its first answer.
CREATE FUNCTION answered_column(of_day INTEGER, froms INTEGER[], tos INTEGER[], ats BIGINT[]) RETURNS BYTEA LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    instants BIGINT[] := array_fill(NULL::BIGINT, ARRAY[1440]);
    start    BIGINT := of_day::BIGINT * 1440;
    result   BYTEA := '\x01'::BYTEA;
    before   BIGINT := 0;
    change   BIGINT;
    first    INTEGER := 1;
BEGIN
    FOR i IN 1..cardinality(froms) LOOP
        FOR slot IN greatest(froms[i] - start, 0)..least(tos[i] - start, 1440) - 1 LOOP
            instants[slot + 1] := least(instants[slot + 1], ats[i]);
        END LOOP;
    END LOOP;
    FOR slot IN 1..1440 LOOP
        CONTINUE WHEN slot < 1440 AND instants[slot + 1] IS NOT DISTINCT FROM instants[slot];
        result := result || varint_bytes(slot - first + 1);
        IF instants[slot] IS NULL THEN
            result := result || '\x00'::BYTEA;
        ELSE
            change := instants[slot] - before;
            result := result || varint_bytes(1 + CASE WHEN change < 0 THEN -2 * change - 1 ELSE 2 * change END);
            before := instants[slot];
        END IF;
        first := slot + 1;
    END LOOP;
    RETURN result;
END
$$;

INSERT INTO "market_day" ("market_id", "source", "day", "version", "answered_at")
SELECT c.market_id, c.source, d.day, 1,
       answered_column(d.day, array_agg(c.from_minute), array_agg(c.to_minute), array_agg((extract(epoch FROM c.asked_at) * 1000)::BIGINT))
FROM "coverage" c
CROSS JOIN LATERAL generate_series(c.from_minute / 1440, (c.to_minute - 1) / 1440) AS d (day)
WHERE c.outcome = 'answered'
GROUP BY c.market_id, c.source, d.day
ON CONFLICT ("market_id", "source", "day") DO UPDATE SET "answered_at" = excluded."answered_at", "version" = "market_day"."version" + 1;

DROP FUNCTION answered_column(INTEGER, INTEGER[], INTEGER[], BIGINT[]);
DROP FUNCTION varint_bytes(BIGINT);

-- Rows of another outcome were never written.
DELETE FROM "coverage";
ALTER TABLE "coverage" ALTER COLUMN "outcome" DROP DEFAULT;
ALTER TABLE "coverage" ADD COLUMN "cause" TEXT NOT NULL;
ALTER TABLE "coverage" ADD COLUMN "first_asked_at" TIMESTAMPTZ(3) NOT NULL;
ALTER TABLE "coverage" DROP CONSTRAINT "coverage_pkey";
ALTER TABLE "coverage" ADD CONSTRAINT "coverage_pkey" PRIMARY KEY ("market_id", "source", "from_minute");
ALTER TABLE "coverage" ADD CONSTRAINT "coverage_is_in_vain" CHECK ("outcome" IN ('refused', 'failed', 'not-served'));

-- CreateTable
CREATE TABLE "reply" (
    "market_id" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "from_minute" INTEGER NOT NULL,
    "to_minute" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "sha256" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "reader" TEXT NOT NULL,
    "body" BYTEA,

    CONSTRAINT "reply_pkey" PRIMARY KEY ("market_id","source","from_minute","to_minute","digest")
);
ALTER TABLE "reply" ADD CONSTRAINT "reply_is_not_empty" CHECK ("from_minute" < "to_minute");

-- For psql, Grafana, Metabase: one answered_at column as runs of slots of its day, half-open; answered_at is NULL where a run
-- was not answered. A test compares it with the application's own decoder.
CREATE FUNCTION answered_runs(encoded BYTEA) RETURNS TABLE (from_slot INTEGER, to_slot INTEGER, answered_at TIMESTAMPTZ) LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    at     INTEGER := 1;
    byte   INTEGER;
    shift  INTEGER;
    number BIGINT;
    length BIGINT;
    before BIGINT := 0;
BEGIN
    IF get_byte(encoded, 0) <> 1 THEN
        RAISE EXCEPTION 'when a day''s minutes were answered cannot be read: tag % is not known', get_byte(encoded, 0);
    END IF;
    to_slot := 0;
    WHILE at < octet_length(encoded) LOOP
        FOR part IN 1..2 LOOP
            number := 0;
            shift := 0;
            LOOP
                byte := get_byte(encoded, at);
                at := at + 1;
                number := number | ((byte & 127)::BIGINT << shift);
                shift := shift + 7;
                EXIT WHEN byte < 128;
            END LOOP;
            IF part = 1 THEN
                length := number;
            END IF;
        END LOOP;
        from_slot := to_slot;
        to_slot := from_slot + length;
        IF number = 0 THEN
            answered_at := NULL;
        ELSE
            before := before + CASE WHEN (number - 1) % 2 = 0 THEN (number - 1) / 2 ELSE -(number / 2) END;
            answered_at := to_timestamp(before / 1000) + (before % 1000) * INTERVAL '1 millisecond';
        END IF;
        RETURN NEXT;
    END LOOP;
END
$$;

-- What was answered of a venue's market, and when it first was (`SELECT * FROM answered('binance', 'ATOM/USDT', '2025-10-10',
-- '2025-10-11')`), day by day: half-open times. NULL for the venue, the market or an end of the range means every one. A minute
-- in one of its rows and in no row of `candles` is one without a trade.
CREATE FUNCTION answered(wanted_venue TEXT, wanted_market TEXT, from_time TIMESTAMPTZ, to_time TIMESTAMPTZ)
RETURNS TABLE (
    venue TEXT, market TEXT, kind TEXT, source TEXT, from_minute TIMESTAMPTZ, to_minute TIMESTAMPTZ, answered_at TIMESTAMPTZ
) LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH span AS (
        SELECT floor(greatest(least(coalesce(extract(epoch FROM from_time), 0), 1e11), 0) / 60)::BIGINT AS first_minute,
               ceil(greatest(least(coalesce(extract(epoch FROM to_time), 1e11), 1e11), 0) / 60)::BIGINT AS end_minute
    )
    SELECT m.venue, m.base || '/' || m.quote, m.kind, d.source,
           to_timestamp(greatest(d.day * 1440::BIGINT + r.from_slot, span.first_minute) * 60),
           to_timestamp(least(d.day * 1440::BIGINT + r.to_slot, span.end_minute) * 60),
           r.answered_at
    FROM span
    JOIN market_day d ON d.day >= span.first_minute / 1440 AND d.day * 1440::BIGINT < span.end_minute
    JOIN market m ON m.id = d.market_id
    CROSS JOIN LATERAL answered_runs(d.answered_at) AS r
    WHERE (wanted_venue IS NULL OR m.venue = wanted_venue)
      AND (wanted_market IS NULL OR m.base || '/' || m.quote = wanted_market)
      AND r.answered_at IS NOT NULL
      AND d.day * 1440::BIGINT + r.to_slot > span.first_minute
      AND d.day * 1440::BIGINT + r.from_slot < span.end_minute
    ORDER BY m.venue, m.base, m.quote, m.kind, d.source, d.day, r.from_slot
$$;
