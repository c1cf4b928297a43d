/** The scores of a pair's source positions, computed by 64 threads. */

/**
 * WGSL: `score(S, b, thread)` writes y(b, s) = sum over h of term(b, s B + b, h) for all S positions, which every thread can
 * read afterwards. Eight threads sum each of eight positions at once. It reads `given.width`; B is the number of rows.
 */
export const SCORES = `
  fn score(S: u32, b: u32, thread: u32) {
    let lane = thread % 8u;
    for (var start = 0u; start < S; start += 8u) {
      let s = start + (thread % 64u) / 8u;
      let isWithin = s < S && b < run.rows;
      var sum = 0.0;
      if (isWithin) {
        for (var h = lane; h < given.width; h += 8u) { sum += term(b, s * run.rows + b, h); }
      }
      shares[thread] = sum;
      workgroupBarrier();
      if (lane == 0u && isWithin) {
        for (var i = 1u; i < 8u; i++) { sum += shares[thread + i]; }
        put_y(b, s, sum);
      }
      workgroupBarrier();
    }
    storageBarrier();
  }`;
