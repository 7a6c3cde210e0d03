// The program as a user runs it. Each folder of tests/golden/e2e with a file `cmd` is a case: the lines of
// `cmd` run in the shell, in that folder, and what they print and their exit code must equal `expected`.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "support/golden.hpp"
#include "support/shell.hpp"

namespace fs = std::filesystem;

namespace {

// Runs the case in a copy of its folder, so that it may write, and gives "output, then exit code".
std::string run_case(fs::path const& folder) {
    auto const scratch = fs::path(LACUNA_BINARY_DIR) / "e2e" / folder.filename();
    fs::remove_all(scratch);
    fs::create_directories(scratch);
    fs::copy(folder, scratch, fs::copy_options::recursive);
    auto const printed = lacuna::test::shell_in(scratch, "sh ./cmd");
    return printed.text + fmt::format("exit {}\n", printed.exit);
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
