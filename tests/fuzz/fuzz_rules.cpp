// Any bytes as a rule file: parsing, checking, linting and formatting must end, without a crash, and what the
// formatter gives must be a fixed point.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/render.hpp"
#include "dsl/check.hpp"
#include "dsl/format.hpp"
#include "dsl/parse.hpp"

using namespace lacuna;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    SourceMap sources;
    auto const id = sources.add("fuzz.lac", std::string(data, data + size));
    Diagnostics diagnostics;
    dsl::Pack pack;
    pack.files.push_back(dsl::parse(sources.at(id), id, diagnostics));
    dsl::check(pack, diagnostics);
    dsl::lint(pack, diagnostics);
    (void)render(diagnostics.sorted(), sources);
    Diagnostics ignored;
    auto const once = dsl::format(sources.at(id), id, ignored);
    if (!once) return 0;
    Source const written("fuzz.lac", *once);
    auto const twice = dsl::format(written, id, ignored);
    if (!twice || *twice != *once) std::abort();
    return 0;
}
