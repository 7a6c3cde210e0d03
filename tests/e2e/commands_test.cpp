// The program as a user runs it. Each folder of tests/golden/e2e with a file `cmd` is a case: the lines of
// `cmd` run in the shell, in that folder, and what they print and their exit code must equal `expected`.
#include <fmt/format.h>
#include <sys/wait.h>

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>

#include "support/golden.hpp"

namespace fs = std::filesystem;

namespace {

// Runs the case in a copy of its folder, so that it may write, and gives "output, then exit code".
std::string run_case(fs::path const& folder) {
    auto const scratch = fs::path(LACUNA_BINARY_DIR) / "e2e" / folder.filename();
    fs::remove_all(scratch);
    fs::create_directories(scratch);
    fs::copy(folder, scratch, fs::copy_options::recursive);
    auto const command = fmt::format(
        "cd '{}' && env -u LACUNA_RULES -u NO_COLOR PATH=\"{}:$PATH\" ROOT='{}' LC_ALL=C sh ./cmd 2>&1 "
        "</dev/null",
        scratch.string(), LACUNA_BINARY_DIR, LACUNA_SOURCE_DIR);
    auto* pipe = ::popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string output;
    std::array<char, 4096> buffer{};
    while (auto const got = std::fread(buffer.data(), 1, buffer.size(), pipe))
        output.append(buffer.data(), got);
    auto const status = ::pclose(pipe);
    return output + fmt::format("exit {}\n", WIFEXITED(status) ? WEXITSTATUS(status) : -1);
}

}  // namespace

TEST_CASE("each command line prints what its case expects") {
    auto const root = lacuna::test::golden_root() / "e2e";
    std::size_t cases = 0;
    for (auto const& entry : fs::directory_iterator(root)) {
        if (!fs::exists(entry.path() / "cmd")) continue;
        ++cases;
        DYNAMIC_SECTION(entry.path().filename().string()) {
            lacuna::test::check_golden(entry.path() / "expected", run_case(entry.path()));
        }
    }
    CHECK(cases > 0);
}
