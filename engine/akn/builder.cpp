#include "akn/builder.hpp"

#include <cstring>

namespace lacuna::akn {
namespace {

// Bytes that continue a character of UTF-8, eight at a time.
[[nodiscard]] std::uint64_t continuations(char const* from, char const* to) {
    std::uint64_t count = 0;
    for (; to - from >= 8; from += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, from, sizeof word);
        auto const marks = (word >> 7) & ~(word >> 6) & 0x0101'0101'0101'0101u;
        count += (marks * 0x0101'0101'0101'0101u) >> 56;
    }
    for (; from != to; ++from) count += (static_cast<unsigned char>(*from) & 0xC0u) == 0x80u ? 1 : 0;
    return count;
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

void Builder::text(char const* from, std::uint32_t source) {
    auto& out = document_.text;
    auto const* at = from;
    bool first = true;
    for (;;) {
        auto const* const word = at;
        while (byte_class(*at) == Byte::blank) ++at;
        if (at != word) {
            blanks_ += static_cast<std::uint64_t>(at - word);
            blank_ = true;
        }
        if (*at == '\0') {
            document_.account.body += code_points(from, at);
            return;
        }
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
        if (first) {
            document_.runs.push_back({end_offset(), source});
            first = false;
        }
        auto const* const begin = at;
        for (;; ++at) {
            while (byte_class(*at) == Byte::text) ++at;
            if (*at != ' ' || byte_class(at[1]) != Byte::text) break;
        }
        out.append(begin, at);
    }
}

void Builder::set_aside(Account::Class item, char const* from) {
    auto const count = code_points(from, from + std::strlen(from));
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
