#include "akn/builder.hpp"

#include <array>

#include "akn/bytes16.hpp"

namespace lacuna::akn {

namespace {

// Kept for the next document on this thread: fresh memory costs more than what is written to it.
[[nodiscard]] TextWriter& kept_writer() {
    thread_local TextWriter writer;
    return writer;
}

// "1. " or "IV. " before all other words.
[[nodiscard]] bool may_be_dotted(char first) {
    return (first >= '0' && first <= '9') || first == 'I' || first == 'V' || first == 'X';
}

// Whether a block has at most sixteen bytes, as most numbers and headings do, and all of them are ASCII: one
// look tells.
[[nodiscard]] bool is_short_ascii(std::string_view text, Block const& block) {
    auto const length = block.end - block.begin;
    if (length > Bytes16::size || text.size() - block.begin < Bytes16::size) return false;
    return (Bytes16::load(text.data() + block.begin).high().bits() & ((1U << length) - 1)) == 0;
}

}  // namespace

Account::Class class_of(Role role) {
    // In the order of the roles: asked for each block.
    static constexpr std::array<Account::Class, 6> classes{Account::numbers,    Account::headings,
                                                           Account::provisions, Account::provisions,
                                                           Account::provisions, Account::front_and_back};
    static_assert(static_cast<std::size_t>(Role::preface) + 1 == classes.size());
    return classes[static_cast<std::size_t>(role)];
}

Builder::Builder(Document& document, bool ascii, std::optional<std::string_view> raw)
    : document_(document),
      ascii_(ascii),
      raw_(raw.value_or(std::string_view())),
      text_(kept_writer()),
      points_(document, text_, raw_),
      split_(raw.has_value()) {
    text_.clear();
}

std::uint64_t Builder::later_bytes(std::string_view text) const {
    return ascii_ ? 0 : Continuations::count(text);
}

void Builder::end_group() {
    end_block();
    if (may_hold_points_ && state.provision.valid()) points_.split(group_, group_run_, state.provision);
    group_ = static_cast<std::uint32_t>(document_.blocks.size());
    group_run_ = static_cast<std::uint32_t>(document_.runs.size());
    may_hold_points_ = false;
    text_.forget_signs();
}

ProvisionId Builder::open_provision(std::string_view element, Span source, std::string_view id) {
    end_group();
    // Copied from one that stands ready: clearing a row takes longer, and so does copying one that was just
    // written.
    auto& row = document_.provisions.emplace_back(fresh_);
    row.parent = state.provision;
    row.block_begin = static_cast<std::uint32_t>(document_.blocks.size());
    row.element = element;
    row.eid = id;
    row.language = state.language;
    row.amends = state.amends;
    row.source = source;
    row.force = state.force;
    row.quoted = state.quoted;
    row.attachment = state.attachment;
    state.provision = ProvisionId(document_.provisions.size() - 1);
    state.role = Role::content;
    return state.provision;
}

void Builder::close_provision(ProvisionId id) {
    end_group();
    auto& row = document_.provisions[id.index()];
    row.subtree_end = static_cast<std::uint32_t>(document_.provisions.size());
    row.block_end = static_cast<std::uint32_t>(document_.blocks.size());
}

void Builder::open_block() {
    auto& block = document_.blocks.emplace_back();
    block.provision = state.front ? ProvisionId{} : state.provision;
    block.role = state.front ? Role::preface : state.role;
    block.begin = block.end = text_.size();
    block.row = state.row;
    open_ = true;
    blank_ = break_ = false;
}

void Builder::close_block() {
    auto& block = document_.blocks.back();
    block.end = text_.size();
    bool const signs = !text_.signs().empty() && text_.signs().back() >= block.begin;
    if (split_ && is_norm(block.role) && (signs || may_be_dotted(text_.at(block.begin))))
        may_hold_points_ = true;
    text_.put('\n');
    open_ = blank_ = break_ = false;
}

void Builder::line_break() {
    break_ = open_;
}

std::uint32_t Builder::next_offset() const {
    bool const gap = open_ && (blank_ || break_) && text_.size() > document_.blocks.back().begin;
    return end_offset() + (gap ? 1 : 0);
}

void Builder::text(std::string_view words, std::uint32_t source) {
    auto const* at = words.data();
    auto const* const end = at + words.size();
    document_.account.body += words.size();
    // Decoded text does not stand in the file.
    auto const* const file_end = raw_.data() + raw_.size();
    auto const* const readable = raw_.data() <= at && end <= file_end ? file_end : end;
    for (bool first = true; at != end; first = false) {
        auto const* word = at;
        if (is_blank_byte(*at)) {
            word = skip_blanks(at, end);
            blanks_ += static_cast<std::uint64_t>(word - at);
            blank_ = true;
            if (word == end) return;
        }
        if (!open_) {
            open_block();
        } else if (blank_ || break_) {
            text_.put(' ');
            if (blank_)
                --blanks_;
            else
                ++inserted_[class_of(document_.blocks.back().role)];
            blank_ = break_ = false;
        }
        if (first) document_.runs.push_back({text_.size(), source});
        at = text_.words(word, end, readable);
    }
}

void Builder::set_aside(Account::Class item, std::string_view words) {
    set_aside(item, words.size() - later_bytes(words));
}

void Builder::set_aside(Account::Class item, std::uint64_t count) {
    document_.account.characters[item] += count;
    document_.account.body += count;
}

void Builder::finish() {
    end_block();
    document_.text = text_.text();
    points_.move_marks();
    fill_account();
}

void Builder::fill_account() {
    auto& account = document_.account;
    // Bytes were counted so far. Those that continue a character are all in the text.
    auto const later = later_bytes(document_.text);
    account.body += between_ - later;
    for (auto const& block : document_.blocks) {
        auto const item = class_of(block.role);
        account.characters[item] += block.end - block.begin;
        if (item == Account::provisions || later == 0) continue;
        if (is_short_ascii(document_.text, block)) continue;
        auto const own = later_bytes(document_.text_of(block));
        account.characters[item] -= own;
        account.characters[Account::provisions] += own;
    }
    account.characters[Account::provisions] -= later;
    for (auto const item :
         {Account::provisions, Account::headings, Account::numbers, Account::front_and_back})
        account.characters[item] -= inserted_[item];
    account.characters[Account::layout] += between_ + blanks_ + points_.blanks();
}

}  // namespace lacuna::akn
