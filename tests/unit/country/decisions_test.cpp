#include "country/decisions.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <thread>

#include "support/golden.hpp"

using namespace lacuna;
using country::Decision;
namespace fs = std::filesystem;

namespace {

struct Folder {
    fs::path path = fs::path(LACUNA_BINARY_DIR) / fmt::format("decisions_test.{}", ::getpid());
    fs::path file = path / "zz.json";
    Folder() {
        fs::remove_all(path);
        fs::create_directories(path);
    }
    ~Folder() { fs::remove_all(path); }
    void write(std::string const& text) const { std::ofstream(file) << text; }
};

Decision decision(std::string const& obligation, std::string const& verdict = "covered") {
    Decision made;
    made.instrument = "test";
    made.obligation = obligation;
    made.verdict = verdict;
    made.reason = "It says so.";
    made.reviewer = "A. Reader";
    made.date = "2026-03-01";
    made.rests_on = {{"/akn/zz/act/1", "sec_1", "sha256:00"}};
    return made;
}

bool add(fs::path const& file, Decision const& made) {
    SourceMap sources;
    Diagnostics diagnostics;
    return country::edit_decisions(file, "zz", sources, diagnostics, [&](country::Decisions& all) {
        std::erase_if(all.decisions, [&](auto const& other) { return same_question(other, made); });
        all.decisions.push_back(made);
        return true;
    });
}

country::Decisions read(fs::path const& file) {
    SourceMap sources;
    Diagnostics diagnostics;
    auto const read = country::read_decisions(file, "", sources, diagnostics);
    CHECK(diagnostics.empty());
    REQUIRE(read);
    return *read;
}

// Runs `work` in a process of its own that ends without unwinding the test.
template <class Work>
pid_t fork_off(Work const& work) {
    auto const child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        work();
        ::_exit(0);
    }
    return child;
}

}  // namespace

TEST_CASE("decisions are written one block each, in a stable order, and read back") {
    Folder const folder;
    REQUIRE(add(folder.file, decision("11.1")));
    REQUIRE(add(folder.file, decision("7.1", "partial")));
    auto rejected = decision("7.1", "");
    rejected.action = Decision::Action::reject;
    REQUIRE(add(folder.file, rejected));
    auto const text = test::slurp(folder.file);
    CHECK(text.find("7.1") < text.find("11.1"));
    auto const all = read(folder.file).decisions;
    REQUIRE(all.size() == 3);
    CHECK(all[0].verdict == "partial");
    CHECK(all[1].action == Decision::Action::reject);
    CHECK(all[2].obligation == "11.1");
    CHECK(all[2].rests_on == decision("11.1").rests_on);
    SECTION("the same question answered again takes the place of the first answer") {
        REQUIRE(add(folder.file, decision("7.1", "gap")));
        CHECK(read(folder.file).decisions.size() == 3);
        CHECK(read(folder.file).decisions[0].verdict == "gap");
    }
    SECTION("what is written does not depend on the order of writing") {
        auto other = read(folder.file);
        std::reverse(other.decisions.begin(), other.decisions.end());
        CHECK(country::to_json(other) == text);
    }
}

TEST_CASE("a decision that lacks something is an error with its line, and the others are read") {
    Folder const folder;
    folder.write(R"({ "schema": "lacuna-decisions/1", "country": "zz", "decisions": [
  { "obligation": "test/1", "action": "bless", "verdict": "covered", "reason": "r", "reviewer": "a", "date": "2026-01-01",
    "rests_on": [ { "act": "x", "digest": "sha256:0" } ] },
  { "obligation": "test/2", "action": "map", "verdict": "covered", "reason": "r", "reviewer": "a", "date": "2026-01-01",
    "rests_on": [ { "act": "x", "digest": "sha256:0" } ] },
  { "obligation": "test/3", "action": "confirm", "verdict": "gap", "reason": "r", "reviewer": "a", "date": "1.1.2026",
    "rests_on": [ { "act": "x", "digest": "sha256:0" } ] },
  { "obligation": "test/4", "action": "confirm", "verdict": "gap", "reason": "r", "reviewer": "a", "date": "2026-01-01",
    "rests_on": [ { "act": "x", "digest": "sha256:0" } ] },
  { "obligation": "test/5", "action": "confirm", "verdict": "gap", "reason": "r", "reviewer": "a", "date": "2026-01-01",
    "rests_on": [ { "act": "x" } ] }
] })");
    SourceMap sources;
    Diagnostics diagnostics;
    auto const found = country::read_decisions(folder.file, "", sources, diagnostics);
    REQUIRE(found);
    REQUIRE(found->decisions.size() == 1);
    CHECK(found->decisions[0].obligation == "4");
    CHECK(diagnostics.errors() == 4);
    SECTION("and so is a file on the law of another country") {
        Diagnostics others;
        (void)country::read_decisions(folder.file, "zz", sources, others);
        CHECK(others.errors() == 4);
        CHECK_FALSE(country::read_decisions(folder.file, "yy", sources, others));
        CHECK(others.errors() == 5);
    }
    SECTION("and such a file is not written over") {
        auto const before = test::slurp(folder.file);
        CHECK_FALSE(add(folder.file, decision("9")));
        CHECK(test::slurp(folder.file) == before);
    }
}

TEST_CASE("writers at once lose nothing") {
    Folder const folder;
    constexpr int writers = 4, each = 12;
    std::vector<pid_t> children;
    for (int writer = 0; writer < writers; ++writer)
        children.push_back(fork_off([&] {
            for (int i = 0; i < each; ++i)
                if (!add(folder.file, decision(fmt::format("{}.{}", writer + 1, i + 1)))) ::_exit(1);
        }));
    for (auto const child : children) {
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        CHECK(status == 0);
    }
    CHECK(read(folder.file).decisions.size() == writers * each);
}

TEST_CASE("a writer that is killed leaves the old file or the new one, whole, and no lock") {
    Folder const folder;
    auto big = decision("1");
    big.reason = std::string(400000, 'x');
    REQUIRE(add(folder.file, big));
    std::size_t grown = 0;
    for (int round = 0; round < 15; ++round) {
        auto const before = test::slurp(folder.file);
        auto const child = fork_off([&] {
            for (int i = 0;; ++i) (void)add(folder.file, decision(fmt::format("2.{}.{}", round, i)));
        });
        for (int wait = 0; wait < 10000 && test::slurp(folder.file) == before; ++wait)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));  // until it has written at least once
        std::this_thread::sleep_for(std::chrono::microseconds(1300 * round));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        auto const now = read(folder.file).decisions;  // whole: it parses, and the first decision is there
        CHECK(now.front().reason.size() == big.reason.size());
        CHECK(now.size() > grown);
        grown = now.size();
    }
    CHECK(add(folder.file, decision("3")));
}
