#include <atomic>
#include <catch2/catch.hpp>
#include <set>
#include <stdexcept>

#include "base/parallel.hpp"

using namespace lacuna;

TEST_CASE("every row is worked on once, whatever the threads") {
    for (unsigned const threads : {0U, 1U, 2U, 5U})
        for (std::size_t const count : {0U, 1U, 2U, 1000U}) {
            std::vector<int> done(count);
            std::vector<std::size_t> worker(count);
            for_each_row(count, threads, [&](std::size_t who, std::size_t row) {
                ++done[row];
                worker[row] = who;
            });
            INFO(threads << " threads, " << count << " rows");
            CHECK(done == std::vector<int>(count, 1));
            for (auto const who : worker) REQUIRE(who < workers(threads));
        }
}

TEST_CASE("a worker has one helper, and only one that works has any") {
    std::vector<int> of_row(500);
    std::atomic<int> made{0};
    for_each_with<int>(
        of_row.size(), 3, [&] { return ++made; },
        [&](int& helper, std::size_t row) { of_row[row] = helper; });
    std::set<int> const used(of_row.begin(), of_row.end());
    CHECK(used.size() == static_cast<std::size_t>(made));
    CHECK(made <= 3);
    for_each_with<int>(
        0, 3, [&] { return ++made; }, [](int&, std::size_t) {});
    CHECK(used.size() == static_cast<std::size_t>(made));
}

TEST_CASE("what goes wrong in a row reaches the caller") {
    for (unsigned const threads : {1U, 2U})
        CHECK_THROWS_AS(for_each_row(10, threads,
                                     [](std::size_t, std::size_t row) {
                                         if (row == 7) throw std::runtime_error("row 7");
                                     }),
                        std::runtime_error);
}
