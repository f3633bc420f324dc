;; Legs, medians and errors of one block of minutes of a day, and the smoothing of a whole day. See vectorRates.ts, which lays out the memory
;; and calls this; plainRates.ts is the same in plain JavaScript, and a test compares the two bit by bit.
;;
;; Rows are 3,840 bytes apart: 480 float64, a third of a day. Two minutes are worked on at once. A row that ends in an odd minute is read one
;; minute further; nobody looks at what comes of it.
(module
  (memory (export "memory") 17)

  ;; One book's legs, written to $into with +infinity in its holes: the values at $over divided by those at $closes, or where $isCross is 0 the
  ;; closes themselves. Counts them in i64 at $counts, and puts ones into the minutes at $seen in which there is one.
  (func (export "leg") (param $over i32) (param $closes i32) (param $isCross i32) (param $into i32) (param $counts i32) (param $seen i32) (param $bytes i32)
    (local $at i32) (local $value v128) (local $isLeg v128)
    (loop $minutes
      (local.set $value (v128.load (i32.add (local.get $closes) (local.get $at))))
      (if (local.get $isCross) (then
        (local.set $value (f64x2.div (v128.load (i32.add (local.get $over) (local.get $at))) (local.get $value)))))
      (local.set $isLeg (f64x2.eq (local.get $value) (local.get $value)))
      (v128.store (i32.add (local.get $into) (local.get $at))
        (v128.bitselect (local.get $value) (v128.const f64x2 inf inf) (local.get $isLeg)))
      (v128.store (i32.add (local.get $counts) (local.get $at))
        (i64x2.sub (v128.load (i32.add (local.get $counts) (local.get $at))) (local.get $isLeg)))
      (v128.store (i32.add (local.get $seen) (local.get $at))
        (v128.or (v128.load (i32.add (local.get $seen) (local.get $at))) (local.get $isLeg)))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $minutes (i32.lt_u (local.get $at) (local.get $bytes)))))

  ;; Adds one venue to $venues in every minute that was seen, and forgets that it was.
  (func (export "venue") (param $seen i32) (param $venues i32) (param $bytes i32)
    (local $at i32)
    (loop $minutes
      (v128.store (i32.add (local.get $venues) (local.get $at))
        (i64x2.sub
          (v128.load (i32.add (local.get $venues) (local.get $at)))
          (v128.load (i32.add (local.get $seen) (local.get $at)))))
      (v128.store (i32.add (local.get $seen) (local.get $at)) (v128.const i64x2 0 0))
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

  ;; The value of a minute in the place $place of its rows, the first of which is at $value.
  (func $valueAt (param $value i32) (param $place i32) (result f64)
    (f64.load (i32.add (local.get $value) (i32.mul (local.get $place) (i32.const 3840)))))

  ;; The median of the first $count values, one at least.
  (func $median (param $value i32) (param $count i32) (result f64)
    (local $half i32) (local $upper f64)
    (local.set $half (i32.shr_u (local.get $count) (i32.const 1)))
    (local.set $upper (call $valueAt (local.get $value) (local.get $half)))
    (if (result f64) (i32.and (local.get $count) (i32.const 1))
      (then (local.get $upper))
      (else (f64.mul
        (f64.add (call $valueAt (local.get $value) (i32.sub (local.get $half) (i32.const 1))) (local.get $upper))
        (f64.const 0.5)))))

  ;; The medians of minutes of $least values or more, to $into; NaN in every other.
  (func (export "middles") (param $sorted i32) (param $counts i32) (param $into i32) (param $minutes i32) (param $least i32)
    (local $at i32) (local $last i32) (local $count i32)
    (local.set $last (i32.shl (local.get $minutes) (i32.const 3)))
    (loop $minute
      (local.set $count (i32.load (i32.add (local.get $counts) (local.get $at))))
      (f64.store (i32.add (local.get $into) (local.get $at))
        (if (result f64) (i32.lt_u (local.get $count) (local.get $least))
          (then (f64.const nan))
          (else (call $median (i32.add (local.get $sorted) (local.get $at)) (local.get $count)))))
      (local.set $at (i32.add (local.get $at) (i32.const 8)))
      (br_if $minute (i32.lt_u (local.get $at) (local.get $last)))))

  ;; The median absolute deviation of the first $count values, two at least, from their median. Of sorted values the k nearest are neighbours, so
  ;; the k-th distance is the least reach of any k in a row: of half of them and one more in the lower lane, of half of them in the higher.
  (func $mad (param $value i32) (param $count i32) (param $median f64) (result f64)
    (local $half i32) (local $end i32) (local $last i32) (local $centre v128) (local $least v128)
    (local.set $half (i32.mul (i32.shr_u (local.get $count) (i32.const 1)) (i32.const 3840)))
    (local.set $end (i32.add (local.get $value) (local.get $half)))
    (local.set $last (i32.add (local.get $value)
      (i32.mul (i32.sub (local.get $count) (i32.const 1)) (i32.const 3840))))
    (local.set $centre (f64x2.splat (local.get $median)))
    (local.set $least (v128.const f64x2 inf inf))
    (loop $next
      (local.set $least (f64x2.pmin (local.get $least)
        (f64x2.pmax
          (f64x2.sub (local.get $centre) (v128.load64_splat (local.get $value)))
          (f64x2.sub
            (v128.load64_lane 1 (i32.sub (local.get $end) (i32.const 3840)) (v128.load64_zero (local.get $end)))
            (local.get $centre)))))
      (local.set $value (i32.add (local.get $value) (i32.const 3840)))
      (local.set $end (i32.add (local.get $end) (i32.const 3840)))
      (br_if $next (i32.le_u (local.get $end) (local.get $last))))
    (if (i32.and (local.get $count) (i32.const 1))
      (then (return (f64x2.extract_lane 0 (local.get $least)))))
    ;; There is one more row of half of an even number.
    (f64.mul
      (f64.add
        (f64.min
          (f64x2.extract_lane 1 (local.get $least))
          (f64.max
            (f64.sub (local.get $median) (f64.load (local.get $value)))
            (f64.sub (f64.load (local.get $last)) (local.get $median))))
        (f64x2.extract_lane 0 (local.get $least)))
      (f64.const 0.5)))

  ;; The relative error of a minute's median.
  (func $error (param $value i32) (param $count i32) (param $venues i32) (param $median f64) (param $isThin i32) (param $isStable i32)
    (param $enoughLegs i32) (param $enoughVenues i32) (param $sigma f64) (result f64)
    (local $halfRange f64)
    (local.set $halfRange (f64.div
      (f64.div
        (f64.sub
          (call $valueAt (local.get $value) (i32.sub (local.get $count) (i32.const 1)))
          (f64.load (local.get $value)))
        (f64.const 2))
      (local.get $median)))
    (if (local.get $isThin) (then
      (if (local.get $isStable) (then
        (return (f64.max (local.get $halfRange) (f64.abs (f64.sub (local.get $median) (f64.const 1)))))))
      (return (select (f64.const nan) (local.get $halfRange) (i32.eq (local.get $venues) (i32.const 1))))))
    (if (i32.or
          (i32.lt_u (local.get $count) (local.get $enoughLegs))
          (i32.lt_u (local.get $venues) (local.get $enoughVenues)))
      (then (return (local.get $halfRange))))
    (f64.div
      (f64.mul (local.get $sigma) (call $mad (local.get $value) (local.get $count) (local.get $median)))
      (local.get $median)))

  ;; What the sorted legs of each minute say: their median (a row at $into), its error (the row behind), its rule (the bytes of the row behind
  ;; that) and how many there are (the bytes of the next). Minutes without a leg are left as they are; minutes whose legs lie further
  ;; apart than $furthest, too, and their number is answered: they are the caller's.
  (func (export "tell") (param $sorted i32) (param $counts i32) (param $venues i32) (param $into i32) (param $minutes i32) (param $isStable i32)
    (param $thin i32) (param $enough i32) (param $leastLegs i32) (param $leastVenues i32) (param $enoughLegs i32) (param $enoughVenues i32)
    (param $furthest f64) (param $sigma f64) (result i32)
    (local $i i32) (local $at i32) (local $value i32) (local $count i32) (local $venue i32) (local $isThin i32) (local $far i32) (local $median f64)
    (loop $minute
      (local.set $at (i32.shl (local.get $i) (i32.const 3)))
      (local.set $count (i32.load (i32.add (local.get $counts) (local.get $at))))
      (if (local.get $count) (then
        (local.set $value (i32.add (local.get $sorted) (local.get $at)))
        (if (f64.gt
              (call $valueAt (local.get $value) (i32.sub (local.get $count) (i32.const 1)))
              (f64.mul (local.get $furthest) (f64.load (local.get $value))))
          (then (local.set $far (i32.add (local.get $far) (i32.const 1))))
          (else
            (local.set $venue (i32.load (i32.add (local.get $venues) (local.get $at))))
            (local.set $median (call $median (local.get $value) (local.get $count)))
            (local.set $isThin (i32.or
              (i32.lt_u (local.get $count) (local.get $leastLegs))
              (i32.lt_u (local.get $venue) (local.get $leastVenues))))
            (f64.store (i32.add (local.get $into) (local.get $at)) (local.get $median))
            (f64.store offset=3840 (i32.add (local.get $into) (local.get $at))
              (call $error (local.get $value) (local.get $count) (local.get $venue) (local.get $median) (local.get $isThin)
                (local.get $isStable) (local.get $enoughLegs) (local.get $enoughVenues) (local.get $sigma)))
            (i32.store8 offset=7680 (i32.add (local.get $into) (local.get $i))
              (select (local.get $thin) (local.get $enough) (local.get $isThin)))
            (i32.store8 offset=11520 (i32.add (local.get $into) (local.get $i)) (local.get $count))))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $minute (i32.lt_u (local.get $i) (local.get $minutes))))
    (local.get $far))

  ;; The median of each value and the two on either side, to $into; NaN where one of the five is. $from: of the value two before the first.
  (func (export "smooth") (param $from i32) (param $into i32) (param $bytes i32)
    (local $at i32) (local $here i32) (local $lower v128) (local $upper v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (loop $minutes
      (local.set $here (i32.add (local.get $from) (local.get $at)))
      (local.set $a (v128.load (local.get $here)))
      (local.set $b (v128.load offset=8 (local.get $here)))
      (local.set $c (v128.load offset=24 (local.get $here)))
      (local.set $d (v128.load offset=32 (local.get $here)))
      (local.set $lower (f64x2.max (f64x2.min (local.get $a) (local.get $b)) (f64x2.min (local.get $c) (local.get $d))))
      (local.set $upper (f64x2.min (f64x2.max (local.get $a) (local.get $b)) (f64x2.max (local.get $c) (local.get $d))))
      (v128.store (i32.add (local.get $into) (local.get $at))
        (f64x2.max
          (f64x2.min (local.get $lower) (local.get $upper))
          (f64x2.min (f64x2.max (local.get $lower) (local.get $upper)) (v128.load offset=16 (local.get $here)))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $minutes (i32.lt_u (local.get $at) (local.get $bytes)))))

  ;; Adds to each error how far the minute's own median lies from the smoothed one.
  (func (export "widen") (param $errors i32) (param $medians i32) (param $smoothed i32) (param $bytes i32)
    (local $at i32) (local $median v128) (local $rate v128)
    (loop $minutes
      (local.set $median (v128.load (i32.add (local.get $medians) (local.get $at))))
      (local.set $rate (v128.load (i32.add (local.get $smoothed) (local.get $at))))
      (v128.store (i32.add (local.get $errors) (local.get $at))
        (f64x2.add
          (v128.load (i32.add (local.get $errors) (local.get $at)))
          (f64x2.sub
            (f64x2.max (f64x2.div (local.get $median) (local.get $rate)) (f64x2.div (local.get $rate) (local.get $median)))
            (v128.const f64x2 1 1))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $minutes (i32.lt_u (local.get $at) (local.get $bytes)))))
)
