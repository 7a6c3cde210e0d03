// Concepts: their language, the names in their patterns.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>

#include "dsl/checks/checks.hpp"

namespace lacuna::dsl {
namespace {

// Of all that stands in a file before its first lexicon, the first: one error for one cause.
void check_language(File const& file, Diagnostics& diagnostics) {
    std::optional<std::pair<Span, std::string>> first;
    auto const see = [&](std::string const& language, Span span, std::string what) {
        if (language.empty() && (!first || span.begin < first->first.begin)) first = {span, std::move(what)};
    };
    for (auto const& one : file.concepts)
        see(one.language, one.name.span, fmt::format("concept '{}'", one.name.text));
    for (auto const& one : file.quantities) see(one.language, one.span, "this quantity");
    for (auto const& one : file.spellings) see(one.language, one.span, "this spelling");
    if (!first) return;
    diagnostics.add(diagnose(Code::rule_no_lexicon, first->first,
                             fmt::format("{} has no language", first->second),
                             "write 'lexicon en' (or another language) above it in this file"));
}

void check_lexicon(Name const& one, Diagnostics& diagnostics) {
    if (is_language(one.text)) return;
    auto small = one.text;
    for (char& c : small) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    small = small.substr(0, small.find('-'));  // en-GB: acts are read by the language alone
    diagnostics.add(diagnose(
        Code::rule_unknown_language, one.span, fmt::format("'{}' is not the code of a language", one.text),
        is_language(small) ? fmt::format("write the language alone, in small letters: {}", small)
                           : "write the code of two or three letters: en, es, fr, ar, ru"));
}

// A name in a pattern that no concept of its language has. `before`: what stands directly before it, or null.
void check_reference(Pattern const& node, Pattern const* before, Concept const& of, Symbols const& symbols,
                     Diagnostics& diagnostics) {
    if (symbols.find_concept(node.text, of.language) != nullptr) return;
    if (symbols.concepts.contains(node.text)) {
        auto diagnostic =
            diagnose(Code::rule_unknown_name, node.span,
                     fmt::format("concept '{}' is not said in the lexicon {}", node.text, of.language),
                     fmt::format("declare it there: concept {} {{ \"…\" }}", node.text));
        bool const sure = !of.language.empty() && of.language != unread_language;
        if (!symbols.is_failed(node.text) && sure) diagnostics.add(std::move(diagnostic));
        return;
    }
    if (before != nullptr && lacks_as(*before, node)) {
        diagnostics.add(diagnose(
            Code::rule_unknown_name, node.span, fmt::format("concept '{}' is not declared", node.text),
            fmt::format("to give the value a name, write 'as': duration as {}", node.text)));
        return;
    }
    Diagnostics found;
    symbols.unknown(node.text, node.span, Symbols::Wanted::concept_, found);
    for (auto one : found.sorted()) {
        if (one.help.starts_with("declare it"))
            one.help =
                fmt::format("put words of the law in quotes: \"{}\"; or d{}", node.text, one.help.substr(1));
        diagnostics.add(std::move(one));
    }
}

void check_references(Pattern const& node, Concept const& of, Symbols const& symbols,
                      Diagnostics& diagnostics) {
    if (node.plain) return;
    if (node.kind == Pattern::Kind::reference) check_reference(node, nullptr, of, symbols, diagnostics);
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        auto const& child = node.children[i];
        auto const* before = i > 0 && node.kind == Pattern::Kind::sequence ? &node.children[i - 1] : nullptr;
        if (child.kind == Pattern::Kind::reference)
            check_reference(child, before, of, symbols, diagnostics);
        else
            check_references(child, of, symbols, diagnostics);
    }
}

}  // namespace

void check_concepts(Pack const& pack, Symbols const& symbols, Diagnostics& diagnostics) {
    for (auto const& file : pack.files) {
        for (auto const& one : file.lexicons) check_lexicon(one, diagnostics);
        check_language(file, diagnostics);
        for (auto const& one : file.concepts) {
            check_references(one.pattern, one, symbols, diagnostics);
            if (one.but_not) check_references(*one.but_not, one, symbols, diagnostics);
        }
    }
}

}  // namespace lacuna::dsl
