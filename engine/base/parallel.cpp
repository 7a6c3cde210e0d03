#include "base/parallel.hpp"

#include <tbb/blocked_range.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/partitioner.h>
#include <tbb/task_arena.h>

namespace lacuna {

std::size_t workers(unsigned threads) {
    if (threads != 0) return threads;
    return static_cast<std::size_t>(tbb::info::default_concurrency());
}

void for_each_row(std::size_t count, unsigned threads,
                  std::function<void(std::size_t, std::size_t)> const& work) {
    if (threads == 1 || count < 2) {
        for (std::size_t row = 0; row < count; ++row) work(0, row);
        return;
    }
    tbb::task_arena arena(static_cast<int>(workers(threads)));
    arena.execute([&] {
        // Row by row: they are few, and one may be as long as all others.
        tbb::parallel_for(
            tbb::blocked_range<std::size_t>(0, count),
            [&](tbb::blocked_range<std::size_t> const& rows) {
                auto const worker = static_cast<std::size_t>(tbb::this_task_arena::current_thread_index());
                for (auto row = rows.begin(); row != rows.end(); ++row) work(worker, row);
            },
            tbb::simple_partitioner());
    });
}

}  // namespace lacuna
