#include "program/pattern_compiler.hpp"

#include <algorithm>
#include <cassert>

#include "program/clauses.hpp"

namespace lacuna::program {
namespace {

using Kind = dsl::Pattern::Kind;

[[nodiscard]] PatternNode::Kind built_in(Kind kind) {
    switch (kind) {
        case Kind::number:
            return PatternNode::Kind::number;
        case Kind::duration:
            return PatternNode::Kind::duration;
        case Kind::money:
            return PatternNode::Kind::money;
        default:
            return PatternNode::Kind::date;
    }
}

// `("a" | "b"?)` and `("a"? "b"?)` may be absent as a whole.
[[nodiscard]] bool may_be_absent(dsl::Pattern const& pattern) {
    auto const& children = pattern.children;
    return pattern.optional ||
           (pattern.kind == Kind::alternatives &&
            std::any_of(children.begin(), children.end(), may_be_absent)) ||
           (pattern.kind == Kind::sequence && std::all_of(children.begin(), children.end(), may_be_absent));
}

// Words and nothing else, without gaps and names of values: what can be written out, if it is not too long.
// To be asked first, because what is written out in vain costs much more.
[[nodiscard]] bool only_words(dsl::Pattern const& pattern) {
    if (pattern.plain) return true;
    if (!pattern.bind.empty()) return false;
    if (pattern.kind == Kind::words || pattern.kind == Kind::exact) return true;
    if (pattern.kind != Kind::alternatives && pattern.kind != Kind::sequence) return false;
    bool const gaps = pattern.kind == Kind::sequence &&
                      std::any_of(pattern.gaps.begin(), pattern.gaps.end(), [](auto gap) { return gap > 0; });
    return !gaps && std::all_of(pattern.children.begin(), pattern.children.end(), only_words);
}

}  // namespace

void collect_binds(dsl::Pattern const& pattern, std::vector<std::string>& into) {
    if (pattern.plain) return;
    if (!pattern.bind.empty() && std::find(into.begin(), into.end(), pattern.bind) == into.end())
        into.push_back(pattern.bind);
    for (auto const& child : pattern.children) collect_binds(child, into);
}

PatternCompiler::PatternCompiler(std::string const& language, text::Respellings const& respellings,
                                 Names const& concepts, std::vector<std::string> const& binds)
    : names_(concepts), binds_(binds), builder_(language, respellings) {
    code_.language = language;
    code_.spellings = respellings;
}

ConceptCode& PatternCompiler::slot(ConceptId id) {
    if (code_.concepts.size() <= id.index()) code_.concepts.resize(id.index() + 1);
    return code_.concepts[id.index()];
}

void PatternCompiler::add(ConceptId id, dsl::Concept const& declared) {
    auto const pattern = node(declared.pattern);
    auto const but_not = declared.but_not ? node(*declared.but_not) : NodeId();
    auto& code = slot(id);
    code.pattern = pattern;
    code.but_not = but_not;
}

void PatternCompiler::add_phrases(std::string_view text, bool exact, Span span, Phrases& into) {
    auto const first = into.size();
    builder_.add_phrases(text, exact, into);
    if (into[first].empty()) wordless_.push_back(span);
}

void PatternCompiler::add_phrase(ConceptId id, std::string_view text, bool exact, Span span) {
    Phrases phrases;
    add_phrases(text, exact, span, phrases);
    auto const pattern = group_node(phrases);
    slot(id).pattern = pattern;
}

void PatternCompiler::add(dsl::Quantity const& quantity) {
    for (auto const& word : quantity.words) {
        Phrases phrases;
        add_phrases(word.words.value, false, word.words.span, phrases);
        // A word that stands for many units at once, such as a lifetime, needs no number before it.
        code_.units.emplace_back(builder_.group(phrases),
                                 UnitWord{quantity.kind, word.unit, word.factor, word.factor > 1});
    }
}

LanguageCode PatternCompiler::finish(std::size_t concepts) {
    code_.concepts.resize(concepts);
    std::sort(code_.units.begin(), code_.units.end(),
              [](auto const& a, auto const& b) { return a.first < b.first; });
    code_.groups = builder_.groups();
    code_.automaton = builder_.build();
    find_clauses(code_);
    return std::move(code_);
}

std::uint16_t PatternCompiler::bind_of(dsl::Pattern const& pattern) {
    if (pattern.bind.empty()) return 0;
    auto const row = std::find(binds_.begin(), binds_.end(), pattern.bind);
    assert(row != binds_.end());
    return static_cast<std::uint16_t>(row - binds_.begin() + 1);
}

NodeId PatternCompiler::push(PatternNode node, std::vector<Part> const& parts) {
    node.part_begin = static_cast<std::uint32_t>(code_.parts.size());
    code_.parts.insert(code_.parts.end(), parts.begin(), parts.end());
    node.part_end = static_cast<std::uint32_t>(code_.parts.size());
    code_.nodes.push_back(node);
    return NodeId(code_.nodes.size() - 1);
}

NodeId PatternCompiler::group_node(Phrases const& phrases, std::uint16_t bind) {
    PatternNode result;
    result.bind = bind;
    result.value = builder_.group(phrases).value;
    return push(result);
}

std::optional<Phrases> PatternCompiler::write_out(dsl::Pattern const& pattern) {
    Phrases all;
    if (!only_words(pattern) || !add_words(pattern, all)) return std::nullopt;
    return all;
}

bool PatternCompiler::add_words(dsl::Pattern const& pattern, Phrases& into) {
    auto const before = into.size();
    if (pattern.kind == Kind::alternatives) {
        for (auto const& child : pattern.children) {
            if (add_words(child, into)) continue;
            into.cut_to(before);
            return false;
        }
    } else if (pattern.kind == Kind::sequence) {
        auto const phrases = write_out_sequence(pattern);
        if (!phrases) return false;
        into.append(*phrases);
    } else {
        add_phrases(pattern.text, pattern.kind == Kind::exact, pattern.span, into);
    }
    if (pattern.optional) into.end_phrase();
    return true;
}

std::optional<Phrases> PatternCompiler::write_out_sequence(dsl::Pattern const& pattern) {
    auto all = Phrases::of_no_words();
    Phrases next;
    for (auto const& child : pattern.children) {
        next.cut_to(0);
        if (!add_words(child, next) || all.size() * next.size() > max_phrases_written_out)
            return std::nullopt;
        all = Phrases::product(all, next);
    }
    return all;
}

NodeId PatternCompiler::words_node(dsl::Pattern const& pattern, std::uint16_t bind) {
    Phrases phrases;
    add_phrases(pattern.text, pattern.kind == Kind::exact, pattern.span, phrases);
    return group_node(phrases, bind);
}

NodeId PatternCompiler::node(dsl::Pattern const& pattern) {
    if (auto phrases = write_out(pattern)) return group_node(*phrases);
    PatternNode result;
    result.bind = bind_of(pattern);
    switch (pattern.kind) {
        case Kind::words:
        case Kind::exact:
            return words_node(pattern, result.bind);
        case Kind::reference:
            result.kind = PatternNode::Kind::reference;
            result.value = names_.at(pattern.text);
            return push(result);
        case Kind::sequence:
            return sequence(pattern);
        case Kind::alternatives:
            return alternatives(pattern);
        default:
            result.kind = built_in(pattern.kind);
            return push(result);
    }
}

// Neighbours without a gap that can be written out become one part.
NodeId PatternCompiler::sequence(dsl::Pattern const& pattern) {
    std::vector<Part> parts;
    Phrases run;
    std::uint32_t run_gap = 0;
    bool open = false;
    auto const close = [&] {
        if (open) {
            bool const optional = run.has_one_without_words();
            parts.push_back({group_node(run), run_gap, optional});
        }
        open = false;
    };
    for (std::size_t i = 0; i < pattern.children.size(); ++i) {
        auto const& child = pattern.children[i];
        auto const gap = i == 0 ? 0 : pattern.gaps[i - 1];
        auto phrases = write_out(child);
        if (open && phrases && gap == 0 && run.size() * phrases->size() <= max_phrases_written_out) {
            run = Phrases::product(run, *phrases);
            continue;
        }
        close();
        if (phrases) {
            run = std::move(*phrases);
            run_gap = gap;
            open = true;
        } else {
            parts.push_back({node(child), gap, may_be_absent(child)});
        }
    }
    close();
    PatternNode result;
    result.kind = PatternNode::Kind::sequence;
    result.bind = bind_of(pattern);
    return push(result, parts);
}

NodeId PatternCompiler::alternatives(dsl::Pattern const& pattern) {
    Phrases literal;
    std::vector<Part> parts;
    for (auto const& child : pattern.children) {
        if (!only_words(child) || !add_words(child, literal)) parts.push_back({node(child), 0, false});
    }
    if (!literal.empty()) parts.push_back({group_node(literal), 0, false});
    PatternNode result;
    result.kind = PatternNode::Kind::alternatives;
    result.bind = bind_of(pattern);
    return push(result, parts);
}

}  // namespace lacuna::program
