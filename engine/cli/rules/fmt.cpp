#include <ostream>

#include "cli/rules/rules.hpp"
#include "dsl/format.hpp"
#include "dsl/parse.hpp"

namespace lacuna::cli {

int rules_format(Session& session, RulesOptions const& options) {
    if (!options.check && refuse_bundled(session, options)) return Exit::input_error;
    auto const paths = paths_of(options);
    Diagnostics ignored;  // format() reports the same again, file by file
    auto const pack = dsl::read_pack({paths.begin(), paths.end()}, session.sources, ignored);
    for (auto const& one : ignored.sorted())
        if (info(one.code).code.front() == 'F') session.diagnostics.add(one);
    int changed = 0;
    for (auto const& file : pack.files) {
        auto const& source = session.sources.at(file.source);
        auto const text = dsl::format(source, file.source, session.diagnostics);
        if (!text || *text == source.bytes()) continue;
        ++changed;
        session.out << (options.check ? "not formatted: " : "formatted: ") << source.name() << '\n';
        if (!options.check) session.write(source.name(), *text);
    }
    return options.check && changed > 0 ? Exit::findings : Exit::done;
}

}  // namespace lacuna::cli
