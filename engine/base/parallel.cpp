#include "base/parallel.hpp"

#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/partitioner.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <atomic>

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
    auto const together = std::min(workers(threads), count);
    std::atomic<std::size_t> next = 0;
    tbb::task_arena arena(static_cast<int>(together));
    arena.execute([&] {
        // Row by row and in their order: one may be as long as all others, and who puts the long ones first
        // has them begun first. What throws ends its own worker; the others go on to the end before it is
        // seen.
        tbb::parallel_for(
            std::size_t{0}, together,
            [&](std::size_t) {
                auto const worker = static_cast<std::size_t>(tbb::this_task_arena::current_thread_index());
                for (auto row = next++; row < count; row = next++) work(worker, row);
            },
            tbb::simple_partitioner());
    });
}

}  // namespace lacuna
