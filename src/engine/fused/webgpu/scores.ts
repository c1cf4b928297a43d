/** The scores of a pair's source positions, computed by a group of 64 threads. */

/**
 * WGSL: `score(b, thread)` writes y(b, s) = sum over h of term(b, s B + b, h) for all S positions, which every thread can
 * read afterwards. Eight threads sum each of eight positions at once. It reads `given.B`, `given.S` and `given.width`.
 */
export const SCORES = `
  var<workgroup> shares: array<f32, 64>;
  fn score(b: u32, thread: u32) {
    let lane = thread % 8u;
    for (var start = 0u; start < given.S; start += 8u) {
      let s = start + thread / 8u;
      var sum = 0.0;
      if (s < given.S) {
        for (var h = lane; h < given.width; h += 8u) { sum += term(b, s * given.B + b, h); }
      }
      shares[thread] = sum;
      workgroupBarrier();
      if (lane == 0u && s < given.S) {
        for (var i = 1u; i < 8u; i++) { sum += shares[thread + i]; }
        put_y(b, s, sum);
      }
      workgroupBarrier();
    }
    storageBarrier();
  }`;
