#include "program/pattern_compiler.hpp"

#include <algorithm>
#include <iterator>

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

void append(std::vector<Phrase>& to, std::vector<Phrase> from) {
    if (to.empty())
        to = std::move(from);
    else
        to.insert(to.end(), std::move_iterator(from.begin()), std::move_iterator(from.end()));
}

// Every phrase of `first` followed by every phrase of `second`.
[[nodiscard]] std::vector<Phrase> product(std::vector<Phrase> const& first,
                                          std::vector<Phrase> const& second) {
    std::vector<Phrase> all;
    all.reserve(first.size() * second.size());
    for (auto const& head : first) {
        for (auto const& tail : second) {
            auto& whole = all.emplace_back();
            whole.reserve(head.size() + tail.size());
            whole.insert(whole.end(), head.begin(), head.end());
            whole.insert(whole.end(), tail.begin(), tail.end());
        }
    }
    return all;
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
    if (!pattern.bind.empty()) return false;
    if (pattern.kind == Kind::words || pattern.kind == Kind::exact) return true;
    if (pattern.kind != Kind::alternatives && pattern.kind != Kind::sequence) return false;
    bool const gaps = pattern.kind == Kind::sequence &&
                      std::any_of(pattern.gaps.begin(), pattern.gaps.end(), [](auto gap) { return gap > 0; });
    return !gaps && std::all_of(pattern.children.begin(), pattern.children.end(), only_words);
}

[[nodiscard]] bool has_empty(std::vector<Phrase> const& phrases) {
    return std::any_of(phrases.begin(), phrases.end(), [](Phrase const& phrase) { return phrase.empty(); });
}

}  // namespace

PatternCompiler::PatternCompiler(std::string const& language, text::Respellings const& respellings,
                                 Names const& concepts, std::vector<std::string>& binds)
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

PatternCompiler::Phrases PatternCompiler::phrases(std::string_view text, bool exact, Span span) {
    auto result = builder_.phrases(text, exact);
    if (result.front().empty()) wordless_.push_back(span);
    return result;
}

void PatternCompiler::add_phrase(ConceptId id, std::string_view text, bool exact, Span span) {
    auto const pattern = group_node(phrases(text, exact, span));
    slot(id).pattern = pattern;
}

void PatternCompiler::add(dsl::Quantity const& quantity) {
    for (auto const& word : quantity.words) {
        auto const group = builder_.group(phrases(word.words.value, false, word.words.span));
        // A word that stands for many units at once, such as a lifetime, needs no number before it.
        code_.units.emplace_back(group, UnitWord{quantity.kind, word.unit, word.factor, word.factor > 1});
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
    if (row != binds_.end()) return static_cast<std::uint16_t>(row - binds_.begin() + 1);
    binds_.push_back(pattern.bind);
    return static_cast<std::uint16_t>(binds_.size());
}

NodeId PatternCompiler::push(PatternNode node, std::vector<Part> const& parts) {
    node.part_begin = static_cast<std::uint32_t>(code_.parts.size());
    code_.parts.insert(code_.parts.end(), parts.begin(), parts.end());
    node.part_end = static_cast<std::uint32_t>(code_.parts.size());
    code_.nodes.push_back(node);
    return NodeId(code_.nodes.size() - 1);
}

NodeId PatternCompiler::group_node(Phrases phrases, std::uint16_t bind) {
    PatternNode result;
    result.bind = bind;
    result.value = builder_.group(std::move(phrases)).value;
    return push(result);
}

std::optional<PatternCompiler::Phrases> PatternCompiler::write_out(dsl::Pattern const& pattern) {
    if (!only_words(pattern)) return std::nullopt;
    Phrases all;
    switch (pattern.kind) {
        case Kind::words:
        case Kind::exact:
            all = phrases(pattern.text, pattern.kind == Kind::exact, pattern.span);
            break;
        case Kind::alternatives:
            for (auto const& child : pattern.children) {
                auto phrases = write_out(child);
                if (!phrases) return std::nullopt;
                append(all, std::move(*phrases));
            }
            break;
        case Kind::sequence: {
            auto phrases = write_out_sequence(pattern);
            if (!phrases) return std::nullopt;
            all = std::move(*phrases);
            break;
        }
        default:
            return std::nullopt;
    }
    if (pattern.optional) all.emplace_back();
    return all;
}

std::optional<PatternCompiler::Phrases> PatternCompiler::write_out_sequence(dsl::Pattern const& pattern) {
    Phrases all(1);
    for (auto const& child : pattern.children) {
        auto phrases = write_out(child);
        if (!phrases || all.size() * phrases->size() > max_phrases_written_out) return std::nullopt;
        all = all.size() == 1 && all.front().empty() ? std::move(*phrases) : product(all, *phrases);
    }
    return all;
}

NodeId PatternCompiler::node(dsl::Pattern const& pattern) {
    if (auto phrases = write_out(pattern)) return group_node(std::move(*phrases));
    PatternNode result;
    result.bind = bind_of(pattern);
    switch (pattern.kind) {
        case Kind::words:
        case Kind::exact:
            return group_node(phrases(pattern.text, pattern.kind == Kind::exact, pattern.span), result.bind);
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
            bool const optional = has_empty(run);
            parts.push_back({group_node(std::move(run)), run_gap, optional});
        }
        open = false;
    };
    for (std::size_t i = 0; i < pattern.children.size(); ++i) {
        auto const& child = pattern.children[i];
        auto const gap = i == 0 ? 0 : pattern.gaps[i - 1];
        auto phrases = write_out(child);
        if (open && phrases && gap == 0 && run.size() * phrases->size() <= max_phrases_written_out) {
            run = product(run, *phrases);
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
        if (auto phrases = write_out(child))
            append(literal, std::move(*phrases));
        else
            parts.push_back({node(child), 0, false});
    }
    if (!literal.empty()) parts.push_back({group_node(std::move(literal)), 0, false});
    PatternNode result;
    result.kind = PatternNode::Kind::alternatives;
    result.bind = bind_of(pattern);
    return push(result, parts);
}

}  // namespace lacuna::program
