// Work on many rows, on one thread or on all cores. Each row writes to a place of its own, so the number of
// threads changes nothing in the result.
#pragma once

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <tbb/partitioner.h>
#include <tbb/task_arena.h>

#include <cstddef>

namespace lacuna::match {

// Calls work(helper, row) for every row below `count`; a helper belongs to one thread. `threads` 0: all
// cores.
template <class Helper, class Make, class Work>
void for_each_with(std::size_t count, unsigned threads, Make make, Work work) {
    if (threads == 1 || count < 2) {
        auto helper = make();
        for (std::size_t row = 0; row < count; ++row) work(helper, row);
        return;
    }
    tbb::enumerable_thread_specific<Helper> helpers(make);
    tbb::task_arena arena(threads == 0 ? tbb::task_arena::automatic : static_cast<int>(threads));
    arena.execute([&] {
        // Row by row: they are few, and one may be as long as all others.
        tbb::parallel_for(
            tbb::blocked_range<std::size_t>(0, count),
            [&](tbb::blocked_range<std::size_t> const& rows) {
                auto& helper = helpers.local();
                for (auto row = rows.begin(); row != rows.end(); ++row) work(helper, row);
            },
            tbb::simple_partitioner());
    });
}

}  // namespace lacuna::match
