// Work on many rows, on one thread or on all cores. Each row writes to a place of its own, so the number of
// threads changes nothing in the result.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace lacuna {

// How many workers for_each_row() has: `threads`, or, when it is 0, one for each core.
[[nodiscard]] std::size_t workers(unsigned threads);

// Calls work(worker, row) for every row below `count`; no two rows of one worker, a number below
// workers(threads), are worked on at the same time. Returns when all is done.
void for_each_row(std::size_t count, unsigned threads,
                  std::function<void(std::size_t, std::size_t)> const& work);

// The same with a helper that is made once for each worker that has something to do: work(helper, row).
template <class Helper, class Make, class Work>
void for_each_with(std::size_t count, unsigned threads, Make make, Work work) {
    std::vector<std::optional<Helper>> helpers(workers(threads));
    for_each_row(count, threads, [&](std::size_t worker, std::size_t row) {
        auto& helper = helpers[worker];
        if (!helper) helper.emplace(make());
        work(*helper, row);
    });
}

}  // namespace lacuna
