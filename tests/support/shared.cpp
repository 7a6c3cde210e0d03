#include "support/shared.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>

namespace lacuna::test {
namespace fs = std::filesystem;

fs::path shared(std::string const& below) {
    auto const* named = std::getenv("LACUNA_SHARED");
    auto const root =
        named != nullptr ? fs::path(named) : fs::path(LACUNA_SOURCE_DIR).parent_path() / "shared";
    auto const path = root / below;
    if (fs::exists(path)) return path;
    WARN("SKIPPED: shared/" << below << " is not there");
    return {};
}

}  // namespace lacuna::test
