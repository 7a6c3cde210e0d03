// How jemalloc serves the program. A check builds much and frees it at the end, so the first touch of fresh
// memory is what it pays for: pages of 2 MB, where the kernel gives them, are touched 512 times less often.
// See docs/decisions/0008-allocator.md.
//
// jemalloc reads this name when it starts; a user's MALLOC_CONF stands above it.
// https://jemalloc.net/jemalloc.3.html#tuning

extern "C" {
// The whole program has one such name. Large blocks stay in the arena of their thread, and what is freed is
// kept for the next act rather than given back: a program that ends within minutes would only be given it
// again.
char const* malloc_conf = "thp:always,metadata_thp:auto,oversize_threshold:0,dirty_decay_ms:600000";
}
