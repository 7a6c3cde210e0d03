#include "support/golden.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace lacuna::test {
namespace fs = std::filesystem;

fs::path golden_root() {
    return fs::path(LACUNA_SOURCE_DIR) / "tests" / "golden";
}

std::vector<fs::path> golden_cases(std::string const& room, std::string const& extension) {
    std::vector<fs::path> cases;
    auto const root = golden_root() / room;
    if (!fs::exists(root)) return cases;
    for (auto const& entry : fs::recursive_directory_iterator(root))
        if (entry.path().extension() == extension) cases.push_back(entry.path());
    std::sort(cases.begin(), cases.end());
    return cases;
}

std::string slurp(fs::path const& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

void check_golden(fs::path const& golden, std::string const& actual) {
    if (std::getenv("LACUNA_UPDATE_GOLDEN") != nullptr) {
        fs::create_directories(golden.parent_path());
        std::ofstream(golden, std::ios::binary) << actual;
        return;
    }
    INFO("golden file " << golden.lexically_relative(LACUNA_SOURCE_DIR).string()
                        << " (LACUNA_UPDATE_GOLDEN=1 writes it anew)");
    REQUIRE(fs::exists(golden));
    CHECK(actual == slurp(golden));
}

}  // namespace lacuna::test
