;; One block of minutes of one field: sorted prices, medians, deviations. See vectorBlock.ts, which lays out the memory and calls this;
;; block.ts in lib/analysis/reference is the same in plain JavaScript, and a test compares the two bit by bit.
;;
;; Rows are 4,096 bytes apart: 512 float64. Two minutes are worked on at once. A row that ends in an odd minute is read one minute
;; further; nobody looks at what comes of it.
(module
  (memory (export "memory") 34)

  ;; Puts +infinity into the holes of `rows` rows at $from, writes them to $to, and counts in i64 at $counts what is no hole.
  (func (export "prepare") (param $from i32) (param $to i32) (param $rows i32) (param $counts i32) (param $bytes i32)
    (local $at i32) (local $row i32) (local $offset i32) (local $value v128) (local $isPrice v128) (local $count v128)
    (loop $minutes
      (local.set $count (v128.const i64x2 0 0))
      (local.set $row (i32.const 0))
      (local.set $offset (local.get $at))
      (loop $rowsOfMinute
        (local.set $value (v128.load (i32.add (local.get $from) (local.get $offset))))
        (local.set $isPrice (f64x2.eq (local.get $value) (local.get $value)))
        (local.set $count (i64x2.sub (local.get $count) (local.get $isPrice)))
        (v128.store (i32.add (local.get $to) (local.get $offset))
          (v128.bitselect (local.get $value) (v128.const f64x2 inf inf) (local.get $isPrice)))
        (local.set $offset (i32.add (local.get $offset) (i32.const 4096)))
        (local.set $row (i32.add (local.get $row) (i32.const 1)))
        (br_if $rowsOfMinute (i32.lt_u (local.get $row) (local.get $rows))))
      (v128.store (i32.add (local.get $counts) (local.get $at)) (local.get $count))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $minutes (i32.lt_u (local.get $at) (local.get $bytes)))))

  ;; Sorts every minute ascending, by the pairs of addresses (of a lower and a higher row) listed from $pairs up to $end.
  (func (export "sort") (param $pairs i32) (param $end i32) (param $bytes i32)
    (local $a i32) (local $b i32) (local $last i32) (local $x v128) (local $y v128)
    (block $sorted
      (loop $pair
        (br_if $sorted (i32.ge_u (local.get $pairs) (local.get $end)))
        (local.set $a (i32.load (local.get $pairs)))
        (local.set $b (i32.load offset=4 (local.get $pairs)))
        (local.set $last (i32.add (local.get $a) (local.get $bytes)))
        (loop $minutes
          (local.set $x (v128.load (local.get $a)))
          (local.set $y (v128.load (local.get $b)))
          (v128.store (local.get $a) (f64x2.pmin (local.get $x) (local.get $y)))
          (v128.store (local.get $b) (f64x2.pmax (local.get $x) (local.get $y)))
          (local.set $a (i32.add (local.get $a) (i32.const 16)))
          (local.set $b (i32.add (local.get $b) (i32.const 16)))
          (br_if $minutes (i32.lt_u (local.get $a) (local.get $last))))
        (local.set $pairs (i32.add (local.get $pairs) (i32.const 8)))
        (br $pair))))

  ;; The medians of each minute from its sorted rows at $sorted, how many there are in $counts, written from $into on, a row each: the count in a
  ;; byte (1), the median of all (2), without a value below the pivot (3), without the pivot (4), without one above it (5), of all but a hole
  ;; below $minPeers (6), the pivot (7), the outermost value (8), the next to it (9).
  (func (export "medians") (param $sorted i32) (param $counts i32) (param $into i32) (param $minutes i32) (param $minPeers i32) (param $isHighest i32)
    (local $i i32) (local $at i32) (local $value i32) (local $count i32) (local $half i32) (local $isOdd i32)
    (local $upper f64) (local $lower f64) (local $after f64) (local $all f64)
    (loop $minute
      (local.set $at (i32.add (local.get $into) (i32.shl (local.get $i) (i32.const 3))))
      (local.set $value (i32.add (local.get $sorted) (i32.shl (local.get $i) (i32.const 3))))
      (local.set $count (i32.load (i32.add (local.get $counts) (i32.shl (local.get $i) (i32.const 3)))))
      (i32.store8 (i32.add (local.get $into) (local.get $i)) (local.get $count))
      (local.set $half (i32.shr_u (local.get $count) (i32.const 1)))
      (local.set $isOdd (i32.and (local.get $count) (i32.const 1)))
      (local.set $upper (f64.const nan))
      (local.set $lower (f64.const nan))
      (if (local.get $count) (then
        (local.set $upper (f64.load (i32.add (local.get $value) (i32.shl (local.get $half) (i32.const 12)))))))
      (if (local.get $half) (then
        (local.set $lower (f64.load (i32.add (local.get $value) (i32.shl (i32.sub (local.get $half) (i32.const 1)) (i32.const 12)))))))
      (local.set $all (select
        (local.get $upper)
        (f64.mul (f64.add (local.get $lower) (local.get $upper)) (f64.const 0.5))
        (local.get $isOdd)))
      (f64.store offset=4096 (local.get $at) (local.get $all))
      (f64.store offset=20480 (local.get $at)
        (select (f64.const nan) (local.get $all) (i32.lt_s (local.get $count) (local.get $minPeers))))
      (f64.store offset=24576 (local.get $at) (select (local.get $upper) (local.get $lower) (local.get $isOdd)))
      (if (i32.le_s (local.get $count) (local.get $minPeers))
        (then
          (f64.store offset=8192 (local.get $at) (f64.const nan))
          (f64.store offset=12288 (local.get $at) (f64.const nan))
          (f64.store offset=16384 (local.get $at) (f64.const nan)))
        (else (if (local.get $isOdd)
          (then
            (local.set $after (f64.const nan))
            (if (local.get $half) (then
              (local.set $after (f64.load (i32.add (local.get $value) (i32.shl (i32.add (local.get $half) (i32.const 1)) (i32.const 12)))))))
            (f64.store offset=8192 (local.get $at) (f64.mul (f64.add (local.get $upper) (local.get $after)) (f64.const 0.5)))
            (f64.store offset=12288 (local.get $at) (f64.mul (f64.add (local.get $lower) (local.get $after)) (f64.const 0.5)))
            (f64.store offset=16384 (local.get $at) (f64.mul (f64.add (local.get $lower) (local.get $upper)) (f64.const 0.5))))
          (else
            (f64.store offset=8192 (local.get $at) (local.get $upper))
            (f64.store offset=12288 (local.get $at) (local.get $upper))
            (f64.store offset=16384 (local.get $at) (local.get $lower))))))
      (f64.store offset=28672 (local.get $at) (f64.const nan))
      (f64.store offset=32768 (local.get $at) (f64.const nan))
      (if (local.get $count) (then
        (f64.store offset=28672 (local.get $at) (f64.load (i32.add (local.get $value)
          (i32.shl (select (i32.sub (local.get $count) (i32.const 1)) (i32.const 0) (local.get $isHighest)) (i32.const 12)))))))
      (if (i32.gt_u (local.get $count) (i32.const 1)) (then
        (f64.store offset=32768 (local.get $at) (f64.load (i32.add (local.get $value)
          (i32.shl (select (i32.sub (local.get $count) (i32.const 2)) (i32.const 1) (local.get $isHighest)) (i32.const 12)))))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $minute (i32.lt_u (local.get $i) (local.get $minutes)))))

  ;; One row's references, to $references, and deviations, to $deviations. $medians is the row of medians without a lower value (3 of the above).
  ;; The median of a minute leaves out the value at $leftOut; where $leavesOut is 0 it leaves out none.
  (func (export "compare") (param $values i32) (param $leftOut i32) (param $leavesOut i32) (param $medians i32) (param $deviations i32) (param $references i32) (param $bytes i32)
    (local $at i32) (local $median v128) (local $left v128) (local $pivot v128)
    (loop $minutes
      (local.set $median (v128.load offset=12288 (i32.add (local.get $medians) (local.get $at))))
      (if (local.get $leavesOut) (then
        (local.set $left (v128.load (i32.add (local.get $leftOut) (local.get $at))))
        (local.set $pivot (v128.load offset=16384 (i32.add (local.get $medians) (local.get $at))))
        (local.set $median (v128.bitselect
          (v128.load (i32.add (local.get $medians) (local.get $at))) (local.get $median) (f64x2.lt (local.get $left) (local.get $pivot))))
        (local.set $median (v128.bitselect
          (v128.load offset=4096 (i32.add (local.get $medians) (local.get $at))) (local.get $median) (f64x2.eq (local.get $left) (local.get $pivot))))
        (local.set $median (v128.bitselect
          (v128.load offset=8192 (i32.add (local.get $medians) (local.get $at))) (local.get $median) (f64x2.gt (local.get $left) (local.get $pivot))))))
      (v128.store (i32.add (local.get $references) (local.get $at)) (local.get $median))
      (v128.store (i32.add (local.get $deviations) (local.get $at))
        (f64x2.sub (f64x2.div (v128.load (i32.add (local.get $values) (local.get $at))) (local.get $median)) (v128.const f64x2 1 1)))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $minutes (i32.lt_u (local.get $at) (local.get $bytes)))))

  ;; The outermost of the others in each minute: the outermost (the row at $outermost), or the next to it (the row behind) where the value at
  ;; $leftOut is the outermost itself.
  (func $others (param $outermost i32) (param $leftOut i32) (param $leavesOut i32) (param $at i32) (result v128)
    (local $outer v128)
    (local.set $outer (v128.load (i32.add (local.get $outermost) (local.get $at))))
    (if (result v128) (local.get $leavesOut)
      (then (v128.bitselect
        (v128.load offset=4096 (i32.add (local.get $outermost) (local.get $at)))
        (local.get $outer)
        (f64x2.eq (v128.load (i32.add (local.get $leftOut) (local.get $at))) (local.get $outer))))
      (else (local.get $outer))))

  ;; Ones in each minute whose byte at $missing + minute is not 0.
  (func $isMissing (param $missing i32) (param $at i32) (result v128)
    (local $two i32)
    (local.set $two (i32.load16_u (i32.add (local.get $missing) (i32.shr_u (local.get $at) (i32.const 3)))))
    (i64x2.ne
      (i64x2.replace_lane 1
        (i64x2.splat (i64.extend_i32_u (i32.and (local.get $two) (i32.const 255))))
        (i64.extend_i32_u (i32.shr_u (local.get $two) (i32.const 8))))
      (v128.const i64x2 0 0)))

  ;; How far each value lies below the lowest of the others, negative; 0: it does not; NaN: it is missing, or nobody else traded.
  (func (export "below") (param $values i32) (param $lowest i32) (param $leftOut i32) (param $leavesOut i32) (param $missing i32) (param $into i32) (param $bytes i32)
    (local $at i32) (local $own v128) (local $others v128)
    (loop $minutes
      (local.set $own (v128.load (i32.add (local.get $values) (local.get $at))))
      (local.set $others (call $others (local.get $lowest) (local.get $leftOut) (local.get $leavesOut) (local.get $at)))
      (v128.store (i32.add (local.get $into) (local.get $at))
        (v128.bitselect
          (v128.const f64x2 nan nan)
          (v128.and
            (f64x2.sub (f64x2.div (local.get $own) (local.get $others)) (v128.const f64x2 1 1))
            (f64x2.lt (local.get $own) (local.get $others)))
          (v128.or
            (f64x2.ne (local.get $others) (local.get $others))
            (call $isMissing (local.get $missing) (local.get $at)))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $minutes (i32.lt_u (local.get $at) (local.get $bytes)))))

  ;; Overwrites what `below` left at $into where a value lies further above the highest of the others than it lay below their lowest.
  (func (export "above") (param $values i32) (param $highest i32) (param $leftOut i32) (param $leavesOut i32) (param $missing i32) (param $into i32) (param $bytes i32)
    (local $at i32) (local $own v128) (local $others v128) (local $beyond v128) (local $before v128)
    (loop $minutes
      (local.set $own (v128.load (i32.add (local.get $values) (local.get $at))))
      (local.set $others (call $others (local.get $highest) (local.get $leftOut) (local.get $leavesOut) (local.get $at)))
      (local.set $before (v128.load (i32.add (local.get $into) (local.get $at))))
      (local.set $beyond (f64x2.sub (f64x2.div (local.get $own) (local.get $others)) (v128.const f64x2 1 1)))
      (v128.store (i32.add (local.get $into) (local.get $at))
        (v128.bitselect
          (local.get $beyond)
          (local.get $before)
          (v128.andnot
            (v128.and
              (f64x2.gt (local.get $own) (local.get $others))
              (f64x2.gt (local.get $beyond) (f64x2.neg (local.get $before))))
            (call $isMissing (local.get $missing) (local.get $at)))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $minutes (i32.lt_u (local.get $at) (local.get $bytes)))))
)
