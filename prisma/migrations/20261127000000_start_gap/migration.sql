-- An episode that begins with the first minute known of a day and is closed by a gap is censored at both: 'start-gap', before 'gap'.
-- Days on which that may be so are searched again.
UPDATE "kept_day" d SET "stale" = true
FROM "kept_episode" e
WHERE e."asset" = d."asset" AND e."reference" = d."reference" AND e."censored" = 'gap' AND e."start_minute" = d."day" * 1440;
