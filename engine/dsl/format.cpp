#include "dsl/format.hpp"

#include <algorithm>

#include "dsl/layout.hpp"
#include "dsl/parse.hpp"

namespace lacuna::dsl {
namespace {

[[nodiscard]] bool same(File const& a, File const& b) {
    auto const texts = [](Comment const& x, Comment const& y) { return x.text == y.text; };
    return dump(a) == dump(b) &&
           std::equal(a.comments.begin(), a.comments.end(), b.comments.begin(), b.comments.end(), texts);
}

}  // namespace

std::optional<std::string> format(Source const& source, SourceId id, Diagnostics& diagnostics) {
    Diagnostics found;
    auto const before = parse(source, id, found);
    if (found.errors() > 0) {
        diagnostics.add(found);
        return {};
    }
    auto text = lay_out(source.bytes());
    Source const written(source.name(), text);
    Diagnostics again;
    auto const after = parse(written, id, again);
    if (again.errors() == 0 && same(before, after)) return text;
    diagnostics.add(diagnose(Code::rule_format_changed, {id, 0, 0},
                             "the formatted text would not mean the same, so that nothing was written",
                             "this is an error of the formatter: please report it with the file"));
    return {};
}

}  // namespace lacuna::dsl
