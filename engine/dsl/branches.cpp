#include "dsl/branches.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

namespace lacuna::dsl {
namespace {

using Sort = Branch::Kind;

void collect(Pattern const& node, std::size_t parent, bool excludes, std::vector<Branch>& all) {
    for (auto const& child : node.children) {
        auto within = parent;
        if (node.kind == Pattern::Kind::alternatives || child.optional) {
            auto const kind = excludes                                   ? Sort::exclusion
                              : node.kind == Pattern::Kind::alternatives ? Sort::either
                                                                         : Sort::optional;
            within = all.size();
            all.push_back({kind, &child, parent});
        }
        collect(child, within, excludes, all);
    }
}

// A pattern that is never found.
[[nodiscard]] Pattern nothing(Span const& span) {
    Pattern node;
    node.kind = Pattern::Kind::alternatives;
    node.span = span;
    return node;
}

void take_away(Pattern& node, std::set<Span> const& dropped) {
    for (std::size_t i = 0; i < node.children.size();) {
        auto& child = node.children[i];
        bool const branch = node.kind == Pattern::Kind::alternatives || child.optional;
        if (!branch || !dropped.contains(child.span)) {
            take_away(child, dropped);
            ++i;
            continue;
        }
        node.children.erase(node.children.begin() + static_cast<std::ptrdiff_t>(i));
        if (node.kind != Pattern::Kind::sequence || node.gaps.empty()) continue;
        // What stood before and after it may be as far apart as where it is absent.
        if (i > 0 && i < node.gaps.size()) node.gaps[i] += node.gaps[i - 1];
        node.gaps.erase(node.gaps.begin() + static_cast<std::ptrdiff_t>(i == 0 ? 0 : i - 1));
    }
}

void add_leaves(Pattern const& node, Concept const& of, std::map<std::string, Concept>& leaves) {
    auto const add = [&] {
        Concept leaf;
        leaf.name = {leaf_name(node), node.span};
        leaf.language = of.language;
        leaf.span = node.span;
        leaf.pattern = node;
        leaf.pattern.optional = false;
        leaf.pattern.bind.clear();
        leaves.emplace(of.language + ' ' + leaf.name.text, std::move(leaf));
    };
    if (node.children.empty() && node.kind != Pattern::Kind::reference) add();
    for (auto const& child : node.children) add_leaves(child, of, leaves);
}

void add_parts(File& file, std::map<std::string, Concept>& leaves) {
    auto const count = file.concepts.size();
    for (std::size_t row = 0; row < count; ++row) {
        auto const declared = file.concepts[row];
        add_leaves(declared.pattern, declared, leaves);
        if (!declared.but_not) continue;
        add_leaves(*declared.but_not, declared, leaves);
        auto raw = declared;
        raw.name.text = raw_name(declared);
        raw.but_not.reset();
        auto exclusion = raw;
        exclusion.name.text = exclusion_name(declared);
        exclusion.pattern = *declared.but_not;
        file.concepts.push_back(std::move(raw));
        file.concepts.push_back(std::move(exclusion));
    }
}

void add_options(Measure& measure) {
    auto const count = measure.elements.size();
    for (std::size_t at = 0; at < count; ++at) {
        auto const element = measure.elements[at];
        if (element.condition.kind != Condition::Kind::any) continue;
        for (std::size_t i = 0; i < element.condition.children.size(); ++i) {
            Element branch;
            branch.name = {fmt::format("{}|{}", element.name.text, i + 1),
                           element.condition.children[i].span};
            branch.condition = element.condition.children[i];
            branch.option = true;
            measure.elements.push_back(std::move(branch));
        }
    }
}

}  // namespace

std::vector<Branch> branches(Concept const& declared) {
    std::vector<Branch> all{{Sort::whole, &declared.pattern, 0}};
    collect(declared.pattern, 0, false, all);
    if (!declared.but_not) return all;
    all.push_back({Sort::exclusion, &*declared.but_not, 0});
    collect(*declared.but_not, all.size() - 1, true, all);
    return all;
}

Pack without(Pack const& pack, std::set<Span> const& dropped) {
    auto result = pack;
    for (auto& file : result.files)
        for (auto& declared : file.concepts) {
            if (dropped.contains(declared.pattern.span)) declared.pattern = nothing(declared.pattern.span);
            take_away(declared.pattern, dropped);
            if (declared.but_not && dropped.contains(declared.but_not->span)) declared.but_not.reset();
            if (declared.but_not) take_away(*declared.but_not, dropped);
        }
    return result;
}

Pack traceable(Pack const& pack) {
    auto result = pack;
    std::map<std::string, Concept> leaves;
    for (auto& file : result.files) {
        add_parts(file, leaves);
        for (auto& measure : file.measures) add_options(measure);
    }
    if (result.files.empty()) return result;
    for (auto& [name, leaf] : leaves) result.files.front().concepts.push_back(std::move(leaf));
    return result;
}

std::string leaf_name(Pattern const& leaf) {
    using K = Pattern::Kind;
    if (leaf.kind == K::reference) return leaf.text;
    if (leaf.kind == K::words) return "=words " + leaf.text;
    if (leaf.kind == K::exact) return "=exact " + leaf.text;
    return fmt::format("=value {}", static_cast<int>(leaf.kind));
}

std::string raw_name(Concept const& declared) {
    return "=raw " + declared.name.text;
}

std::string exclusion_name(Concept const& declared) {
    return "=not " + declared.name.text;
}

BranchName branch_name(std::string_view name) {
    auto const bar = name.rfind('|');
    if (bar == std::string_view::npos) return {name, 0};
    BranchName result{name.substr(0, bar), 0};
    std::from_chars(name.data() + bar + 1, name.data() + name.size(), result.number);
    return result;
}

}  // namespace lacuna::dsl
