-- Columns written in blocks (lib/store/codec/format.ts), whose integers are foretold from other columns of the day, are read beside those; the
-- formats before are read as ever. A test compares this with the application's own reader, on random days in each of them.

ALTER FUNCTION candle_column(BYTEA) RENAME TO candle_column_first;

-- The integer nearest to a value at a power of ten; 0 where there is none or it is too large.
CREATE FUNCTION candle_integer(value DOUBLE PRECISION, power DOUBLE PRECISION) RETURNS DOUBLE PRECISION LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN abs(value) < 1e16 AND floor(value * power + 0.5) BETWEEN -2251799813685248 AND 2251799813685248 THEN floor(value * power + 0.5) ELSE 0 END
$$;

-- Base volume × close. Postgres refuses a product that no double holds; beyond these bounds it foretells nothing, or 0.
CREATE FUNCTION candle_turnover(base DOUBLE PRECISION, close DOUBLE PRECISION) RETURNS DOUBLE PRECISION LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN base = 0 OR close = 0 THEN base * close
        WHEN abs(base) = 'Infinity' OR abs(close) = 'Infinity' THEN NULL
        WHEN log(abs(base)) + log(abs(close)) > 100 THEN NULL
        WHEN log(abs(base)) + log(abs(close)) < -100 THEN 0
        ELSE base * close
    END
$$;

-- One encoded column of market_day as 1,440 doubles, NULL where a slot is a hole. The other columns: of the same day, where it rests on them;
-- an empty array for one of holes.
CREATE FUNCTION candle_column(
    encoded BYTEA, close DOUBLE PRECISION[] DEFAULT NULL, open DOUBLE PRECISION[] DEFAULT NULL, base DOUBLE PRECISION[] DEFAULT NULL
) RETURNS DOUBLE PRECISION[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    -- Appending nothing makes an unpacked copy: a packed value would be unpacked again for each byte read.
    bytes     BYTEA := encoded || ''::BYTEA;
    tag       INTEGER;
    power     DOUBLE PRECISION;
    by_what   INTEGER;
    is_signed BOOLEAN;
    holes     INTEGER;
    at        INTEGER := 4;
    present   BOOLEAN[];
    remaining INTEGER := 0;
    in_block  INTEGER := 0;
    next      INTEGER := 0;
    width     INTEGER;
    patches   INTEGER;
    place     INTEGER;
    shift     INTEGER;
    byte      INTEGER;
    bit       INTEGER;
    have      INTEGER;
    bits      BIGINT;
    block     BIGINT[];
    last_told DOUBLE PRECISION := 0;
    told      DOUBLE PRECISION;
    whole     BIGINT := 0;
    result    DOUBLE PRECISION[] := array_fill(NULL::DOUBLE PRECISION, ARRAY[1440]);
BEGIN
    IF encoded IS NULL THEN
        RETURN NULL;
    END IF;
    tag := get_byte(bytes, 0);
    IF tag <> 4 THEN
        RETURN candle_column_first(encoded);
    END IF;
    power := ('1e' || get_byte(bytes, 1))::DOUBLE PRECISION;
    by_what := get_byte(bytes, 2) & 127;
    is_signed := get_byte(bytes, 2) >= 128;
    holes := get_byte(bytes, 3);
    IF by_what > 5 THEN
        RAISE EXCEPTION 'a stored column cannot be read (tag %): it is foretold in way %, which does not exist', tag, by_what;
    END IF;
    IF (by_what > 1 OR holes = 2) AND close IS NULL OR by_what IN (3, 4) AND open IS NULL OR by_what = 5 AND base IS NULL THEN
        RAISE EXCEPTION 'a stored column cannot be read (tag %): the columns it rests on are to be given with it', tag;
    END IF;
    FOR slot IN 0..1439 LOOP
        present[slot] := CASE holes
            WHEN 0 THEN TRUE
            WHEN 1 THEN (get_byte(bytes, 4 + slot / 8) >> (slot % 8)) & 1 = 1
            ELSE close[slot + 1] IS NOT NULL
        END;
        remaining := remaining + present[slot]::INTEGER;
    END LOOP;
    IF holes = 1 THEN
        at := 184;
    END IF;
    FOR slot IN 0..1439 LOOP
        IF by_what = 2 THEN
            told := last_told;
            last_told := CASE WHEN close[slot + 1] IS NULL THEN last_told ELSE candle_integer(close[slot + 1], power) END;
        ELSIF by_what = 3 THEN
            told := greatest(candle_integer(open[slot + 1], power), candle_integer(close[slot + 1], power));
        ELSIF by_what = 4 THEN
            told := least(candle_integer(open[slot + 1], power), candle_integer(close[slot + 1], power));
        ELSIF by_what = 5 THEN
            told := candle_integer(candle_turnover(base[slot + 1], close[slot + 1]), power);
        ELSIF by_what = 0 THEN
            told := 0;
        END IF;
        CONTINUE WHEN NOT present[slot];
        IF next = in_block THEN
            in_block := least(remaining, 128);
            remaining := remaining - in_block;
            next := 0;
            width := get_byte(bytes, at);
            patches := get_byte(bytes, at + 1);
            at := at + 2;
            bit := at * 8;
            FOR i IN 0..in_block - 1 LOOP
                bits := 0;
                have := 0;
                WHILE have < width LOOP
                    bits := bits | ((get_byte(bytes, bit / 8) >> (bit % 8))::BIGINT << have);
                    have := have + 8 - bit % 8;
                    bit := bit + 8 - bit % 8;
                END LOOP;
                bit := bit - (have - width);
                block[i] := bits & ((1::BIGINT << width) - 1);
            END LOOP;
            at := at + (in_block * width + 7) / 8;
            FOR i IN 1..patches LOOP
                place := get_byte(bytes, at);
                at := at + 1;
                shift := width;
                LOOP
                    byte := get_byte(bytes, at);
                    at := at + 1;
                    block[place] := block[place] | ((byte & 127)::BIGINT << shift);
                    shift := shift + 7;
                    EXIT WHEN byte < 128;
                END LOOP;
            END LOOP;
        END IF;
        bits := block[next];
        next := next + 1;
        IF is_signed THEN
            bits := (bits >> 1) # -(bits & 1);
        END IF;
        IF by_what = 4 THEN
            bits := -bits;
        END IF;
        whole := coalesce(told::BIGINT, whole) + bits;
        result[slot + 1] := whole::DOUBLE PRECISION / power;
    END LOOP;
    IF at <> length(bytes) THEN
        RAISE EXCEPTION 'a stored column cannot be read (tag %): % bytes follow the last value', tag, length(bytes) - at;
    END IF;
    RETURN result;
END
$$;

CREATE OR REPLACE FUNCTION candles(wanted_venue TEXT, wanted_market TEXT, from_time TIMESTAMPTZ, to_time TIMESTAMPTZ)
RETURNS TABLE (
    venue TEXT, market TEXT, kind TEXT, source TEXT, minute TIMESTAMPTZ,
    open DOUBLE PRECISION, high DOUBLE PRECISION, low DOUBLE PRECISION, close DOUBLE PRECISION,
    base_volume DOUBLE PRECISION, quote_volume DOUBLE PRECISION, trades DOUBLE PRECISION
) LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH span AS (
        SELECT ceil(greatest(least(coalesce(extract(epoch FROM from_time), 0), 1e11), 0) / 60)::BIGINT AS first_minute,
               ceil(greatest(least(coalesce(extract(epoch FROM to_time), 1e11), 1e11), 0) / 60)::BIGINT AS end_minute
    )
    SELECT m.venue, m.base || '/' || m.quote, m.kind, d.source,
           to_timestamp((d.day * 1440::BIGINT + c.slot - 1) * 60),
           c.open, c.high, c.low, c.close, c.base_volume, c.quote_volume, c.trades
    FROM span
    JOIN market_day d ON d.day >= span.first_minute / 1440 AND d.day * 1440::BIGINT < span.end_minute
    JOIN market m ON m.id = d.market_id
    CROSS JOIN LATERAL (SELECT coalesce(candle_column(d.close), '{}') AS close OFFSET 0) closes
    CROSS JOIN LATERAL (SELECT coalesce(candle_column(d.open, closes.close), '{}') AS open, coalesce(candle_column(d.base_volume, closes.close), '{}') AS base_volume OFFSET 0) beside
    CROSS JOIN LATERAL unnest(
        beside.open, candle_column(d.high, closes.close, beside.open), candle_column(d.low, closes.close, beside.open), closes.close,
        beside.base_volume, candle_column(d.quote_volume, closes.close, NULL, beside.base_volume), candle_column(d.trades, closes.close)
    ) WITH ORDINALITY AS c (open, high, low, close, base_volume, quote_volume, trades, slot)
    WHERE (wanted_venue IS NULL OR m.venue = wanted_venue)
      AND (wanted_market IS NULL OR m.base || '/' || m.quote = wanted_market)
      AND c.open IS NOT NULL
      AND d.day * 1440::BIGINT + c.slot - 1 >= span.first_minute
      AND d.day * 1440::BIGINT + c.slot - 1 < span.end_minute
    ORDER BY m.venue, m.base, m.quote, m.kind, d.source, d.day, c.slot
$$;
