#include "cli/rules/branch_list.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <vector>

#include "base/files.hpp"
#include "base/one_line.hpp"
#include "dsl/branches.hpp"

namespace lacuna::cli {
namespace {

// Where a branch stands, without the folders before its file, which depend on where the program was started.
[[nodiscard]] std::string place_of(SourceMap const& sources, Span const& span) {
    auto const& source = sources.at(span.source);
    auto const at = source.position(span.begin);
    return fmt::format("{}:{}:{}", source.name(), at.line, at.column);
}
[[nodiscard]] std::string short_place(std::string const& place) {
    auto const slash = place.rfind('/');
    return slash == std::string::npos ? place : place.substr(slash + 1);
}

[[nodiscard]] std::vector<std::string> split(std::string_view text, char at) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        auto const end = std::min(text.find(at, begin), text.size());
        parts.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

using Known = std::map<std::string, Span>;  // concept, short place and text of a branch -> its place

[[nodiscard]] Known known_branches(SourceMap const& sources, dsl::Pack const& pack) {
    Known known;
    for (auto const& file : pack.files)
        for (auto const& declared : file.concepts)
            for (auto const& branch : dsl::branches(declared)) {
                auto const& span = branch.node->span;
                known.emplace(fmt::format("{}\t{}\t{}", declared.name.text,
                                          short_place(place_of(sources, span)), one_line(sources.text(span))),
                              span);
            }
    return known;
}

}  // namespace

std::string branch_line(SourceMap const& sources, std::string const& country, dsl::Concept const& declared,
                        dsl::Pattern const& branch) {
    return fmt::format("{}\t{}\t{}\t{}\n", country, declared.name.text, place_of(sources, branch.span),
                       one_line(sources.text(branch.span)));
}

std::optional<BranchList> read_branch_list(Session& session, dsl::Pack const& pack, std::string const& path) {
    auto const read = read_file(path, session.sources, session.diagnostics);
    if (!read.ok) return std::nullopt;
    auto const known = known_branches(session.sources, pack);
    auto const& source = session.sources.at(read.id);
    BranchList list;
    bool good = true;
    std::uint32_t begin = 0;
    for (auto const& line : split(source.bytes(), '\n')) {
        Span const span{read.id, begin, begin + static_cast<std::uint32_t>(line.size())};
        begin = span.end + 1;
        if (line.empty() || line.front() == '#') continue;
        auto const fields = split(line, '\t');
        auto const branch =
            fields.size() == 4
                ? known.find(fmt::format("{}\t{}\t{}", fields[1], short_place(fields[2]), fields[3]))
                : known.end();
        if (branch != known.end()) {
            list[fields[0]].insert(branch->second);
            continue;
        }
        good = false;
        session.diagnostics.add(diagnose(
            Code::rule_unknown_name, span, "the rules have no such branch at that place",
            "the rules have changed; write the list anew with `lacuna rules coverage --by-country`"));
    }
    return good ? std::optional(list) : std::nullopt;
}

std::set<Span> branches_of(BranchList const& list, std::string const& country) {
    std::set<Span> all;
    for (auto const& name : {country, std::string("*")})
        if (auto const of = list.find(name); of != list.end())
            all.insert(of->second.begin(), of->second.end());
    return all;
}

}  // namespace lacuna::cli
