#include "akn/builder.hpp"

#include <cstring>

namespace lacuna::akn {
namespace {

constexpr std::uint64_t ones = 0x0101'0101'0101'0101u;
constexpr std::uint64_t highs = ones << 7;

[[nodiscard]] std::uint64_t load(char const* from) {
    std::uint64_t word = 0;
    std::memcpy(&word, from, sizeof word);
    return word;
}

// Bytes that continue a character of UTF-8.
[[nodiscard]] std::uint64_t continuations(char const* from, char const* to) {
    constexpr std::ptrdiff_t stride = 32;  // looked at in one step or a few
    auto const continues = [](char c) {
        return static_cast<unsigned char>((static_cast<unsigned char>(c) & 0xC0u) == 0x80u);
    };
    std::uint64_t count = 0;
    for (; to - from >= stride; from += stride) {
        unsigned char some = 0;
        for (std::ptrdiff_t i = 0; i < stride; ++i)
            some = static_cast<unsigned char>(some + continues(from[i]));
        count += some;
    }
    for (; from != to; ++from) count += continues(*from);
    return count;
}

[[nodiscard]] bool blank(char c) {
    return static_cast<unsigned char>(c) <= 0x20;
}

// The high bit of each byte that is at most 0x20, in text that holds no NUL.
[[nodiscard]] std::uint64_t blanks_of(std::uint64_t word) {
    return ~(((word & ~highs) + ones * (0x80 - 0x21)) | word) & highs;
}

// The high bit of each space among bytes below 0x80.
[[nodiscard]] std::uint64_t spaces_of(std::uint64_t word) {
    auto const differs = word ^ (ones * 0x20);
    return ~(((differs & ~highs) + ~highs) | differs) & highs;
}

[[nodiscard]] char const* skip_blanks(char const* at, char const* end) {
    while (end - at >= 8 && blanks_of(load(at)) == highs) at += 8;
    while (at != end && blank(*at)) ++at;
    return at;
}

// Goes over words that single spaces part, to the first blank that is not one of these.
[[nodiscard]] char const* skip_words(char const* at, char const* end) {
    for (;;) {
        // Eight bytes in which each blank is a space and no two meet; a space at their end begins the next.
        while (end - at >= 8) {
            auto const word = load(at);
            auto const found = blanks_of(word);
            if ((found & (found << 8)) != 0 || (found & ~spaces_of(word)) != 0) break;
            at += (found >> 63) != 0 ? 7 : 8;
        }
        auto const* const stop = end - at >= 8 ? at + 8 : end;
        while (at != stop) {
            if (!blank(*at)) {
                ++at;
            } else if (*at == ' ' && at + 1 != end && !blank(at[1])) {
                at += 2;
            } else {
                return at;
            }
            if (at >= stop) break;
        }
        if (at == end) return at;
    }
}

}  // namespace

Account::Class class_of(Role role) {
    switch (role) {
        case Role::num:
            return Account::numbers;
        case Role::heading:
            return Account::headings;
        case Role::preface:
            return Account::front_and_back;
        case Role::intro:
        case Role::content:
        case Role::wrap_up:
            break;
    }
    return Account::provisions;
}

std::uint64_t Builder::code_points(char const* from, char const* to) const {
    auto const bytes = static_cast<std::uint64_t>(to - from);
    return ascii_ ? bytes : bytes - continuations(from, to);
}

ProvisionId Builder::open_provision(std::string_view element, Span source) {
    end_block();
    Provision row;
    row.parent = state.provision;
    row.element = element;
    row.source = source;
    row.force = state.force;
    row.quoted = state.quoted;
    row.attachment = state.attachment;
    row.language = state.language;
    row.amends = state.amends;
    row.block_begin = static_cast<std::uint32_t>(document_.blocks.size());
    document_.provisions.push_back(row);
    state.provision = ProvisionId(document_.provisions.size() - 1);
    state.role = Role::content;
    return state.provision;
}

void Builder::close_provision(ProvisionId id) {
    end_block();
    auto& row = document_.provisions[id.index()];
    row.subtree_end = static_cast<std::uint32_t>(document_.provisions.size());
    row.block_end = static_cast<std::uint32_t>(document_.blocks.size());
}

void Builder::open_block() {
    Block block;
    block.provision = state.front ? ProvisionId{} : state.provision;
    block.role = state.front ? Role::preface : state.role;
    block.begin = block.end = static_cast<std::uint32_t>(document_.text.size());
    document_.blocks.push_back(block);
    open_ = true;
    blank_ = break_ = false;
}

void Builder::end_block() {
    if (!open_) return;
    document_.blocks.back().end = static_cast<std::uint32_t>(document_.text.size());
    document_.text.push_back('\n');
    open_ = blank_ = break_ = false;
}

void Builder::line_break() {
    break_ = open_;
}

std::uint32_t Builder::next_offset() const {
    bool const gap = open_ && (blank_ || break_) && document_.text.size() > document_.blocks.back().begin;
    return end_offset() + (gap ? 1 : 0);
}

void Builder::text(std::string_view words, std::uint32_t source) {
    auto& out = document_.text;
    auto const* at = words.data();
    auto const* const end = at + words.size();
    document_.account.body += code_points(at, end);
    for (bool first = true;; first = false) {
        auto const* const word = skip_blanks(at, end);
        if (word != at) {
            blanks_ += static_cast<std::uint64_t>(word - at);
            blank_ = true;
        }
        if (word == end) return;
        if (!open_) {
            open_block();
        } else if (blank_ || break_) {
            out.push_back(' ');
            if (blank_)
                --blanks_;
            else
                ++inserted_[class_of(document_.blocks.back().role)];
            blank_ = break_ = false;
        }
        if (first) document_.runs.push_back({end_offset(), source});
        at = skip_words(word, end);
        out.append(word, at);
    }
}

void Builder::set_aside(Account::Class item, std::string_view words) {
    auto const count = code_points(words.data(), words.data() + words.size());
    document_.account.characters[item] += count;
    document_.account.body += count;
}

void Builder::finish(std::uint64_t more_blanks) {
    end_block();
    blanks_ += more_blanks;
    auto& account = document_.account;
    for (auto const& block : document_.blocks) {
        auto const* const text = document_.text.data();
        account.characters[class_of(block.role)] += code_points(text + block.begin, text + block.end);
    }
    for (auto const item :
         {Account::provisions, Account::headings, Account::numbers, Account::front_and_back})
        account.characters[item] -= inserted_[item];
    account.characters[Account::layout] += blanks_;
}

}  // namespace lacuna::akn
